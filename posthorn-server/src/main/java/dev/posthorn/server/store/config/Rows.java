package dev.posthorn.server.store.config;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reading of tables that are few rows. */
final class Rows {
    private Rows() {}

    static <T> List<T> read(Connection connection, String sql, Reader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
