package dev.posthorn.server.postgres;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.DeliveryCommands;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.Journal;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.core.store.StoreUnderTest;
import dev.posthorn.server.postgres.connect.DatabaseAddress;
import dev.posthorn.server.postgres.connect.TestPostgres;
import dev.posthorn.server.sqlite.OpenStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A PostgreSQL store in a schema of a test. */
public final class OpenPostgres implements StoreUnderTest {
    private final PostgresStore store;
    private final HeardCommits heard = new HeardCommits();

    private OpenPostgres(DatabaseAddress address, InstantSource clock, Retention retention) {
        this.store = PostgresStore.open(address, OpenStore.BOX, clock, retention);
        store.listen(heard);
    }

    /** Empty. */
    public static OpenPostgres fresh() {
        return with(InstantSource.fixed(Instant.ofEpochMilli(StoreSamples.NOW)), Retention.FOREVER);
    }

    /** Empty, by another clock. */
    public static OpenPostgres with(InstantSource clock, Retention retention) {
        return new OpenPostgres(TestPostgres.migrated(), clock, retention);
    }

    public PostgresStore store() {
        return store;
    }

    @Override
    public Journal journal() {
        return store.journal();
    }

    @Override
    public ConfigStore configuration() {
        return store.configuration();
    }

    @Override
    public DeliveryCommands commands() {
        return store.commands();
    }

    @Override
    public Backlog backlog() {
        return store.backlog();
    }

    @Override
    public Map<EndpointId, Long> pendingCounts() {
        return store.backlog().pendingCounts();
    }

    @Override
    public Sequence sequence() {
        return store.sequence();
    }

    @Override
    public HeardCommits heard() {
        return heard;
    }

    @Override
    public void close() {
        store.close();
    }
}
