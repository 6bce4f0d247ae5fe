package dev.posthorn.server.postgres.config;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.server.postgres.command.LaneWork;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.write.Erased;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.config.LaneCommandRows;
import dev.posthorn.server.store.config.Purged;
import dev.posthorn.server.store.config.ReadConfiguration;
import dev.posthorn.server.store.config.SaveConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Configuration: each call a transaction on the caller's own thread. A change to all pending
 * deliveries of an endpoint returns when the last of them is done.
 */
public final class PostgresConfigStore implements ConfigStore {
    private final Connections connections;
    private final SecretBox box;
    private final Sequence sequence;
    private final Erased erased;
    private final InstantSource clock;

    public PostgresConfigStore(
            Connections connections,
            SecretBox box,
            Sequence sequence,
            Erased erased,
            InstantSource clock) {
        this.connections = connections;
        this.box = box;
        this.sequence = sequence;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public void save(List<Change> changes) {
        long nowMs = clock.millis();
        LaneWork lanes = new LaneWork(connections);
        connections
                .call("configuration was not saved", connection -> save(connection, changes, nowMs))
                .forEach(lanes::carryOut);
    }

    private List<LaneCommandRows.Row> save(Connection connection, List<Change> changes, long nowMs)
            throws SQLException {
        List<LaneCommandRows.Row> asked =
                new SaveConfiguration(
                                connection,
                                box,
                                (purge, seq, _) -> WritePurge.write(connection, purge, seq),
                                new Purged(connection),
                                sequence)
                        .write(changes, nowMs);
        erased.read(connection);
        return asked;
    }

    @Override
    public Snapshot load() {
        return connections.call(
                "configuration could not be read",
                connection -> ReadConfiguration.read(connection, box));
    }
}
