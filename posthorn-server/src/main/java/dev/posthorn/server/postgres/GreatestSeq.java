package dev.posthorn.server.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The greatest number the database has given away. */
final class GreatestSeq {
    private static final List<String> TABLES =
            List.of(
                    "organisation",
                    "api_key",
                    "person",
                    "endpoint",
                    "event",
                    "pending",
                    "delivery",
                    "attempt",
                    "task",
                    "lane_command",
                    "audit");

    private GreatestSeq() {}

    /** One more than is stored: a delivery's second number is its first attempt's. */
    static long read(Connection connection) throws SQLException {
        long greatest = 0;
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT max(seq) FROM " + table)) {
                    row.next();
                    greatest = Math.max(greatest, row.getLong(1));
                }
            }
        }
        return greatest + 1;
    }
}
