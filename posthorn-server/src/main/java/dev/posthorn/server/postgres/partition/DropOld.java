package dev.posthorn.server.postgres.partition;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.server.postgres.connect.Connections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Drops partitions in which everything is older than it is kept and nothing pending is meant. */
public final class DropOld {
    /**
     * Dropping locks the whole table for a moment, and everyone behind it waits as long as it waits
     * for a reader: better to come again later.
     */
    private static final String SHORTLY = "SET LOCAL lock_timeout = '200ms'";

    /** What was asked for and is not there. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connections connections;
    private final Retention retention;

    public DropOld(Connections connections, Retention retention) {
        this.connections = connections;
        this.retention = retention;
    }

    /** One transaction per partition. */
    public void run(long nowMs) throws SQLException {
        drop("attempt", "seq", nowMs, retention.attempts());
        drop("delivery", "seq", nowMs, retention.events());
        drop("event", "event", nowMs, retention.events());
    }

    /** {@code reference}: the column of {@code pending} that refers to its rows. */
    private void drop(String table, String reference, long nowMs, Duration kept)
            throws SQLException {
        List<Partition> known =
                connections.transaction(connection -> Partitions.read(connection, table));
        for (Partition partition : known) {
            if (partition.toMs() <= nowMs - kept.toMillis()) {
                dropUnlessLocked(partition, reference);
            }
        }
    }

    private void dropUnlessLocked(Partition partition, String reference) throws SQLException {
        try {
            connections.transaction(connection -> drop(connection, partition, reference));
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static boolean drop(Connection connection, Partition partition, String reference)
            throws SQLException {
        if (isMeant(connection, partition, reference)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(SHORTLY);
            statement.execute(partition.drop());
            return true;
        }
    }

    private static boolean isMeant(Connection connection, Partition partition, String reference)
            throws SQLException {
        try (PreparedStatement exists =
                connection.prepareStatement(
                        "SELECT EXISTS (SELECT 1 FROM pending WHERE %1$s >= ? AND %1$s < ?)"
                                .formatted(reference))) {
            exists.setLong(1, Sequence.firstOf(partition.fromMs()));
            exists.setLong(2, Sequence.firstOf(partition.toMs()));
            try (ResultSet row = exists.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
