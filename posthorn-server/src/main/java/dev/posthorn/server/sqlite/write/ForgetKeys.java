package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Removes expired keys, walking round the table two rows for each row that came in: so it stays
 * within a third above what has not expired, and neighbours leave a page together. An index by
 * expiry would cost a random page per key.
 */
final class ForgetKeys implements Chore {
    private static final int ROWS_PER_SLICE = 1_000;

    private final PreparedStatement end;
    private final PreparedStatement remove;
    private long position = Long.MIN_VALUE;
    private long next = Long.MIN_VALUE;
    private int owed;

    ForgetKeys(Connection connection) throws SQLException {
        end =
                connection.prepareStatement(
                        "SELECT slot FROM idempotency WHERE slot > ? ORDER BY slot LIMIT 1 OFFSET "
                                + (ROWS_PER_SLICE - 1));
        remove =
                connection.prepareStatement(
                        """
                        DELETE FROM idempotency WHERE slot > ? AND slot <= ? AND expires <= ?
                        """);
    }

    /** {@code rows} keys came in. */
    void owe(int rows) {
        owed = Math.min(owed + 2 * rows, 100 * ROWS_PER_SLICE);
    }

    @Override
    public long dueInMs(long nowMs) {
        return owed >= ROWS_PER_SLICE ? 0 : NEVER;
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        long until = sliceEnd();
        remove.setLong(1, position);
        remove.setLong(2, until);
        remove.setLong(3, nowMs);
        remove.executeUpdate();
        next = until == Long.MAX_VALUE ? Long.MIN_VALUE : until;
    }

    private long sliceEnd() throws SQLException {
        end.setLong(1, position);
        try (ResultSet row = end.executeQuery()) {
            return row.next() ? row.getLong(1) : Long.MAX_VALUE;
        }
    }

    @Override
    public void committed() {
        position = next;
        owed -= ROWS_PER_SLICE;
    }

    @Override
    public void rolledBack() {}
}
