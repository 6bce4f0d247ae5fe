package dev.posthorn.server.postgres.upkeep;

import dev.posthorn.server.postgres.connect.Connections;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Deletes row by row what has no partition to go with, in transactions of a millisecond or two. */
final class Slices {
    static final int ROWS = 1_000;

    private final Connections connections;

    Slices(Connections connections) {
        this.connections = connections;
    }

    /**
     * Rows of {@code table} that meet the condition, found by their {@code key}; those another node
     * is deleting are left to it.
     *
     * @param value of the condition's only parameter
     */
    void delete(String table, String key, String condition, long value) throws SQLException {
        String sql =
                """
                DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM %1$s WHERE %3$s LIMIT %4$d
                    FOR UPDATE SKIP LOCKED)
                """
                        .formatted(table, key, condition, ROWS);
        while (slice(sql, value) == ROWS) {}
    }

    private int slice(String sql, long value) throws SQLException {
        return connections.transaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, value);
                return delete.executeUpdate();
            }
        });
    }
}
