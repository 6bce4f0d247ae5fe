package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.id.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes attempts that have a row of their own. Rows wait for {@link #flush}. */
final class InsertAttempts {
    private final PreparedStatement insert;
    private final Sequence sequence;

    InsertAttempts(Connection connection, Sequence sequence) throws SQLException {
        this.sequence = sequence;
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO attempt (seq, delivery, number, endpoint, event, detail)
                        SELECT ?, seq, ?, endpoint, event, ? FROM delivery WHERE seq = ?
                        """);
    }

    void add(DeliveryId delivery, AttemptRecord attempt, byte[] detail, long nowMs)
            throws SQLException {
        insert.setLong(1, sequence.next(1, nowMs));
        insert.setInt(2, attempt.number());
        insert.setBytes(3, detail);
        insert.setLong(4, delivery.seq());
        insert.addBatch();
    }

    void flush() throws SQLException {
        insert.executeBatch();
    }

    void forget() throws SQLException {
        insert.clearBatch();
    }
}
