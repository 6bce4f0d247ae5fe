package dev.posthorn.server.postgres.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is left to do for an attempt whose settlement no longer applies. Rare. */
final class LateSettlement {
    private static final String CLOSE =
            """
            WITH gone AS (
                DELETE FROM pending WHERE seq = ? AND round = ? RETURNING *)
            INSERT INTO delivery (seq, event, endpoint, state, ord, due, attempts, round,
                round_base, entity_key, origin, closed, status)
            SELECT seq, event, endpoint, 1, ord, due, greatest(attempts, ?), round, round_base,
                entity_key, origin, ?, ?
            FROM gone RETURNING event
            """;

    private static final String NOTE =
            """
            UPDATE delivery SET attempts = attempts + 1, status = ?, error = ?
            WHERE seq = ? AND state = 3 AND attempts = ? AND round = ? RETURNING event
            """;

    private final Connection connection;

    LateSettlement(Connection connection) {
        this.connection = connection;
    }

    /** The event, when the attempt is to be kept; else null. */
    @Nullable Long apply(Settled settled, AttemptRecord attempt) throws SQLException {
        return switch (settled.settlement().verdict()) {
            case Verdict.Delivered(long atMs) -> {
                Long closed = close(settled, attempt, atMs);
                yield closed == null ? note(settled, attempt) : closed;
            }
            case Verdict.Retry _, Verdict.Failed _, Verdict.Cancelled _ -> note(settled, attempt);
        };
    }

    private @Nullable Long close(Settled settled, AttemptRecord attempt, long atMs)
            throws SQLException {
        try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
            close.setLong(1, settled.seq());
            close.setInt(2, settled.settlement().round());
            close.setInt(3, attempt.number());
            close.setLong(4, atMs);
            close.setInt(5, attempt.exchange().outcome().status());
            return event(close);
        }
    }

    /** The delivery was cancelled while the attempt was under way: it stays so. */
    private @Nullable Long note(Settled settled, AttemptRecord attempt) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setInt(1, attempt.exchange().outcome().status());
            note.setString(2, attempt.errorCode());
            note.setLong(3, settled.seq());
            note.setInt(4, settled.settlement().attemptsBefore());
            note.setInt(5, settled.settlement().round());
            return event(note);
        }
    }

    private static @Nullable Long event(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? (Long) row.getLong(1) : null;
        }
    }
}
