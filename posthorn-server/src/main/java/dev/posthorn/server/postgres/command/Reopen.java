package dev.posthorn.server.postgres.command;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.server.postgres.partition.Partitions;
import dev.posthorn.server.store.row.Codes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Puts a final delivery back among those pending, or moves a pending one to the front. */
final class Reopen {
    /**
     * The attempt it carried gets a row of its own under the number it has anyway, unless attempts
     * of that time are gone.
     */
    private static final String REOPEN =
            """
            WITH gone AS (DELETE FROM delivery WHERE seq = ? RETURNING *),
            kept AS (
                INSERT INTO attempt (seq, delivery, number, endpoint, event, detail)
                SELECT seq + 1, seq, 1, endpoint, event, detail FROM gone
                WHERE detail IS NOT NULL AND seq >= ?)
            INSERT INTO pending (seq, event, endpoint, ord, due, entity_key, attempts, round,
                round_base, origin, status, error)
            SELECT seq, event, endpoint, ?, ?, ?, attempts, ?, ?, ?, status, error FROM gone
            """;

    private static final String HASTEN = "UPDATE pending SET ord = ?, due = ? WHERE seq = ?";

    private Reopen() {}

    static void reopen(Connection connection, PendingDelivery delivery) throws SQLException {
        try (PreparedStatement reopen = connection.prepareStatement(REOPEN)) {
            reopen.setLong(1, delivery.id().seq());
            reopen.setLong(2, Partitions.firstSeq(connection, "attempt"));
            reopen.setLong(3, delivery.order());
            reopen.setLong(4, delivery.dueMs());
            reopen.setLong(5, delivery.entityKey());
            reopen.setInt(6, delivery.round());
            reopen.setInt(7, delivery.roundBase());
            reopen.setInt(8, Codes.of(delivery.trigger()));
            reopen.executeUpdate();
        }
    }

    static void hasten(Connection connection, PendingDelivery delivery) throws SQLException {
        try (PreparedStatement hasten = connection.prepareStatement(HASTEN)) {
            hasten.setLong(1, delivery.order());
            hasten.setLong(2, delivery.dueMs());
            hasten.setLong(3, delivery.id().seq());
            hasten.executeUpdate();
        }
    }
}
