package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Measures the write-ahead log without touching it. */
public final class WalGauge {
    private final PreparedStatement look;

    public WalGauge(Connection connection) throws SQLException {
        look = connection.prepareStatement("PRAGMA wal_checkpoint(NOOP)");
    }

    /**
     * The log's length.
     *
     * @param frames pages in the log
     * @param copied how many of them, from the start, are in the database too
     */
    record Reading(int frames, int copied) {
        int uncopied() {
            return frames - copied;
        }
    }

    Reading read() throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            return new Reading(row.getInt(2), row.getInt(3));
        }
    }
}
