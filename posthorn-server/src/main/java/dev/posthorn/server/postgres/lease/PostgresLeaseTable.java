package dev.posthorn.server.postgres.lease;

import dev.posthorn.core.shard.Lease;
import dev.posthorn.core.shard.LeaseTable;
import dev.posthorn.core.shard.ShardId;
import dev.posthorn.server.postgres.connect.Connections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Leases that many nodes compete for. Expiry is the database's clock alone, so nodes whose clocks
 * differ cannot hold the same shard. Rows stay when their lease has ended, so that epochs go on
 * rising.
 */
public final class PostgresLeaseTable implements LeaseTable {
    private static final String DATABASE_CLOCK =
            "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /** Locks the node's own rows only. */
    private static final String RENEW =
            """
            WITH at (now_ms) AS MATERIALIZED (SELECT @now)
            UPDATE shard_lease l SET expires_ms = at.now_ms + ?
            FROM at WHERE l.node = ? AND l.expires_ms > at.now_ms
            RETURNING l.shard, l.epoch, l.expires_ms
            """;

    /**
     * Locks shards in order of their number, so that nodes that want the same ones wait in a row.
     * Who waited finds a lease that has not ended, and leaves it.
     */
    private static final String ACQUIRE =
            """
            WITH at (now_ms) AS MATERIALIZED (SELECT @now)
            INSERT INTO shard_lease AS held (shard, node, epoch, expires_ms)
            SELECT every.shard, ?, 1, at.now_ms + ?
            FROM at CROSS JOIN generate_series(0, ?) AS every (shard)
                LEFT JOIN shard_lease l ON l.shard = every.shard
            WHERE l.shard IS NULL OR l.expires_ms <= at.now_ms
            ORDER BY every.shard LIMIT ?
            ON CONFLICT (shard) DO UPDATE SET node = excluded.node, epoch = held.epoch + 1,
                expires_ms = excluded.expires_ms
            WHERE held.expires_ms <= excluded.expires_ms - ?
            RETURNING held.shard, held.epoch, held.expires_ms
            """;

    private static final String RELEASE = "UPDATE shard_lease SET expires_ms = 0 WHERE node = ?";

    private final Connections connections;
    private final Supplier<String> nowMs;

    public PostgresLeaseTable(Connections connections) {
        this(connections, () -> DATABASE_CLOCK);
    }

    /** {@code nowMs}: what to read the time from, an expression. */
    PostgresLeaseTable(Connections connections, Supplier<String> nowMs) {
        this.connections = connections;
        this.nowMs = nowMs;
    }

    @Override
    public List<Lease> renew(String node, Duration term) {
        return connections.call(
                "leases of node " + node + " could not be renewed",
                connection -> {
                    try (PreparedStatement renew =
                            connection.prepareStatement(RENEW.replace("@now", nowMs.get()))) {
                        renew.setLong(1, term.toMillis());
                        renew.setString(2, node);
                        return leases(renew, node);
                    }
                });
    }

    @Override
    public List<Lease> acquire(String node, int most, Duration term) {
        return connections.call(
                "node " + node + " could not take leases",
                connection -> {
                    try (PreparedStatement acquire =
                            connection.prepareStatement(ACQUIRE.replace("@now", nowMs.get()))) {
                        acquire.setString(1, node);
                        acquire.setLong(2, term.toMillis());
                        acquire.setInt(3, ShardId.COUNT - 1);
                        acquire.setInt(4, most);
                        acquire.setLong(5, term.toMillis());
                        return leases(acquire, node);
                    }
                });
    }

    @Override
    public void release(String node) {
        connections.call(
                "leases of node " + node + " could not be given back",
                connection -> {
                    try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
                        release.setString(1, node);
                        return release.executeUpdate();
                    }
                });
    }

    private static List<Lease> leases(PreparedStatement statement, String node)
            throws SQLException {
        List<Lease> leases = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                leases.add(
                        new Lease(
                                new ShardId(row.getInt(1)), node, row.getLong(2), row.getLong(3)));
            }
        }
        return leases;
    }
}
