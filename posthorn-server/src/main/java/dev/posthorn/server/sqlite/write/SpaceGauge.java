package dev.posthorn.server.sqlite.write;

import dev.posthorn.server.sqlite.file.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Measures the database; both numbers are in its head, so asking costs nothing. */
final class SpaceGauge {
    private final PreparedStatement pages;
    private final PreparedStatement free;

    SpaceGauge(Connection connection) throws SQLException {
        pages = connection.prepareStatement("PRAGMA page_count");
        free = connection.prepareStatement("PRAGMA freelist_count");
    }

    long pages() throws SQLException {
        return number(pages);
    }

    /** Pages that hold nothing and will be used again first. */
    long freePages() throws SQLException {
        return number(free);
    }

    long usedBytes() throws SQLException {
        return (pages() - freePages()) * Database.PAGE_BYTES;
    }

    private static long number(PreparedStatement ask) throws SQLException {
        try (ResultSet row = ask.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
