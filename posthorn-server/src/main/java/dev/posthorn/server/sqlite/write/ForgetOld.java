package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.id.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Removes rows of one table that are older than they are kept, oldest first. */
final class ForgetOld implements Chore {
    private static final int ROWS_PER_SLICE = 500;
    private static final long PAUSE_MS = 10_000;

    private final PreparedStatement remove;
    private final long keptMs;
    private boolean more;
    private long nextMs;

    /** {@code condition}: which rows may go at all. */
    ForgetOld(Connection connection, String table, String condition, Duration kept)
            throws SQLException {
        keptMs = kept.toMillis();
        remove =
                connection.prepareStatement(
                        """
                        DELETE FROM %1$s WHERE seq IN (SELECT seq FROM %1$s
                            WHERE seq < ? AND %2$s ORDER BY seq LIMIT %3$d)
                        """
                                .formatted(table, condition, ROWS_PER_SLICE));
    }

    @Override
    public long dueInMs(long nowMs) {
        return more ? 0 : Math.max(0, nextMs - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        remove.setLong(1, Sequence.firstOf(Math.max(0, nowMs - keptMs)));
        more = remove.executeUpdate() == ROWS_PER_SLICE;
        nextMs = nowMs + PAUSE_MS;
    }

    @Override
    public void committed() {}

    @Override
    public void rolledBack() {
        more = true;
    }
}
