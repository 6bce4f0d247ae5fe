package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What is left to do for an attempt whose settlement no longer applies. Rare. */
final class LateSettlement {
    private final PreparedStatement close;
    private final PreparedStatement note;

    LateSettlement(Connection connection) throws SQLException {
        close =
                connection.prepareStatement(
                        """
                        UPDATE delivery SET state = 1, closed = ?, attempts = max(attempts, ?),
                            status = ?, error = NULL
                        WHERE seq = ? AND state = 0 AND round = ?
                        """);
        note =
                connection.prepareStatement(
                        """
                        UPDATE delivery SET attempts = attempts + 1, status = ?, error = ?
                        WHERE seq = ? AND state = 3 AND attempts = ? AND round = ?
                        """);
    }

    /** Whether the attempt is to be kept. */
    boolean apply(Settlement settlement, AttemptRecord attempt) throws SQLException {
        return switch (settlement.verdict()) {
            case Verdict.Delivered(long atMs) ->
                    close(settlement, attempt, atMs) || note(settlement, attempt);
            case Verdict.Retry _, Verdict.Failed _, Verdict.Cancelled _ ->
                    note(settlement, attempt);
        };
    }

    private boolean close(Settlement settlement, AttemptRecord attempt, long atMs)
            throws SQLException {
        close.setLong(1, atMs);
        close.setInt(2, attempt.number());
        close.setInt(3, attempt.exchange().outcome().status());
        close.setLong(4, settlement.delivery().seq());
        close.setInt(5, settlement.round());
        return close.executeUpdate() == 1;
    }

    /** The delivery was cancelled while the attempt was under way: it stays so. */
    private boolean note(Settlement settlement, AttemptRecord attempt) throws SQLException {
        note.setInt(1, attempt.exchange().outcome().status());
        note.setString(2, attempt.errorCode());
        note.setLong(3, settlement.delivery().seq());
        note.setInt(4, settlement.attemptsBefore());
        note.setInt(5, settlement.round());
        return note.executeUpdate() == 1;
    }
}
