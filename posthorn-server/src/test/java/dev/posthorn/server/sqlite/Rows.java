package dev.posthorn.server.sqlite;

import dev.posthorn.server.sqlite.file.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a database file. */
final class Rows {
    private Rows() {}

    /** All rows, columns joined by a bar. */
    static List<String> query(Path file, String sql) throws SQLException {
        try (Connection connection = new Database(file).openReader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
