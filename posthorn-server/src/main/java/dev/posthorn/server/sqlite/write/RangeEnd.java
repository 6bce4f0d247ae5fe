package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds how far a slice may reach so that it touches so many rows of a table and no more. */
final class RangeEnd {
    private final PreparedStatement end;

    /** {@code column} has an index, or is the row's number. */
    RangeEnd(Connection connection, String table, String column) throws SQLException {
        end =
                connection.prepareStatement(
                        "SELECT %2$s FROM %1$s WHERE %2$s > ? AND %2$s <= ? ORDER BY %2$s LIMIT 1 OFFSET ?"
                                .formatted(table, column));
    }

    /** The number of the {@code rows}th row after {@code from}; {@code to} if there are fewer. */
    long after(long from, long to, int rows) throws SQLException {
        end.setLong(1, from);
        end.setLong(2, to);
        end.setInt(3, rows - 1);
        try (ResultSet row = end.executeQuery()) {
            return row.next() ? row.getLong(1) : to;
        }
    }
}
