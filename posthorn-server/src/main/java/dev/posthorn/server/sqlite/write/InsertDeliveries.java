package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.PendingDelivery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes new deliveries, all pending. Rows wait for {@link #flush}. */
final class InsertDeliveries {
    private final PreparedStatement insert;

    InsertDeliveries(Connection connection) throws SQLException {
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO delivery (seq, event, endpoint, state, ord, due, attempts,
                            round, round_base, entity_key, status)
                        VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 0)
                        """);
    }

    void add(PendingDelivery delivery) throws SQLException {
        insert.setLong(1, delivery.id().seq());
        insert.setLong(2, delivery.eventId().seq());
        insert.setLong(3, delivery.endpoint().seq());
        insert.setLong(4, delivery.order());
        insert.setLong(5, delivery.dueMs());
        insert.setInt(6, delivery.attempts());
        insert.setInt(7, delivery.round());
        insert.setInt(8, delivery.roundBase());
        insert.setLong(9, delivery.entityKey());
        insert.addBatch();
    }

    void flush() throws SQLException {
        insert.executeBatch();
    }

    void forget() throws SQLException {
        insert.clearBatch();
    }
}
