package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.id.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Removes attempts that live in the row of their delivery once they are older than attempts are
 * kept. Only needed when that is less long than events are. Walks once past each delivery; one that
 * is pending then loses its attempt with its row.
 */
final class ForgetDetails implements Chore {
    private static final int LEAST_ROWS = 250;
    private static final int MOST_ROWS = 1_500;
    private static final long PAUSE_MS = 1_000;

    private final PreparedStatement clear;
    private final RangeEnd end;
    private final long keptMs;
    private long position;
    private long next;
    private long nextMs;
    private int owed;

    ForgetDetails(Connection connection, Duration kept) throws SQLException {
        keptMs = kept.toMillis();
        end = new RangeEnd(connection, "delivery", "seq");
        clear =
                connection.prepareStatement(
                        """
                        UPDATE delivery SET detail = NULL
                        WHERE seq > ? AND seq <= ? AND state <> 0 AND detail NOT NULL
                        """);
    }

    /** {@code rows} came in. */
    void owe(int rows) {
        owed = Math.min(owed + rows, MOST_ROWS);
    }

    @Override
    public long dueInMs(long nowMs) {
        return Math.max(0, nextMs - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        long to = Sequence.firstOf(Math.max(0, nowMs - keptMs)) - 1;
        next = position;
        if (to > position) {
            next = end.after(position, to, Math.max(LEAST_ROWS, owed));
            clear.setLong(1, position);
            clear.setLong(2, next);
            clear.executeUpdate();
        }
        nextMs = next >= to ? nowMs + PAUSE_MS : 0;
    }

    @Override
    public void committed() {
        position = next;
        owed = 0;
    }

    @Override
    public void rolledBack() {
        nextMs = 0;
    }
}
