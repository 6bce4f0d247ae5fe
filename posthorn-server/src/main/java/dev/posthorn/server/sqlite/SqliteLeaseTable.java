package dev.posthorn.server.sqlite;

import dev.posthorn.core.shard.Lease;
import dev.posthorn.core.shard.LeaseTable;
import dev.posthorn.core.shard.ShardId;
import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Leases in the embedded database. The data folder belongs to one process, so its node gets them
 * all: the same code as with many nodes. Rows stay when their lease has ended, so that epochs go on
 * rising.
 *
 * <p>Each call is one statement and so one transaction, which takes the database's write lock and
 * waits for the writer's commit under way at most. One thread at a time.
 */
public final class SqliteLeaseTable implements LeaseTable, AutoCloseable {
    private static final String RENEW =
            """
            UPDATE shard_lease SET expires_ms = ?
            WHERE node = ? AND expires_ms > ?
            RETURNING shard, epoch
            """;

    private static final String ACQUIRE =
            """
            WITH RECURSIVE every(shard) AS (
                SELECT 0 UNION ALL SELECT shard + 1 FROM every WHERE shard + 1 < ?
            )
            INSERT INTO shard_lease (shard, node, epoch, expires_ms)
            SELECT every.shard, ?, coalesce(lease.epoch, 0) + 1, ?
            FROM every LEFT JOIN shard_lease AS lease ON lease.shard = every.shard
            WHERE lease.shard IS NULL OR lease.expires_ms <= ?
            LIMIT ?
            ON CONFLICT (shard) DO UPDATE SET
                node = excluded.node, epoch = excluded.epoch, expires_ms = excluded.expires_ms
            RETURNING shard, epoch
            """;

    private static final String RELEASE =
            "UPDATE shard_lease SET expires_ms = 0 WHERE node = ? AND expires_ms > ?";

    private final Connection connection;
    private final InstantSource clock;

    /** {@code connection}: this table's own, closed with it. */
    public SqliteLeaseTable(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public List<Lease> renew(String node, Duration term) {
        long nowMs = clock.millis();
        long expiresMs = nowMs + term.toMillis();
        try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setLong(1, expiresMs);
            renew.setString(2, node);
            renew.setLong(3, nowMs);
            return leases(renew, node, expiresMs);
        } catch (SQLException e) {
            throw new StoreException("leases of node " + node + " could not be renewed", e);
        }
    }

    @Override
    public List<Lease> acquire(String node, int most, Duration term) {
        long nowMs = clock.millis();
        long expiresMs = nowMs + term.toMillis();
        try (PreparedStatement acquire = connection.prepareStatement(ACQUIRE)) {
            acquire.setInt(1, ShardId.COUNT);
            acquire.setString(2, node);
            acquire.setLong(3, expiresMs);
            acquire.setLong(4, nowMs);
            acquire.setInt(5, most);
            return leases(acquire, node, expiresMs);
        } catch (SQLException e) {
            throw new StoreException("node " + node + " could not take leases", e);
        }
    }

    @Override
    public void release(String node) {
        try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setString(1, node);
            release.setLong(2, clock.millis());
            release.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("leases of node " + node + " could not be given back", e);
        }
    }

    private static List<Lease> leases(PreparedStatement statement, String node, long expiresMs)
            throws SQLException {
        List<Lease> leases = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                leases.add(new Lease(new ShardId(row.getInt(1)), node, row.getLong(2), expiresMs));
            }
        }
        return leases;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("the connection for leases was not closed cleanly", e);
        }
    }
}
