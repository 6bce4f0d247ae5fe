package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Removes events with their payloads, oldest first. */
final class PurgeEvents implements PurgeStep {
    private static final int ROWS_PER_SLICE = 250;

    /** Pages of large payloads are freed one by one: 2 MiB are some 250. */
    private static final long BYTES_PER_SLICE = 2 << 20;

    private static final String THOSE =
            " IN (SELECT event FROM organisation_event WHERE org = ? AND event <= ?)";

    private final PreparedStatement sizes;
    private final List<PreparedStatement> removals = new ArrayList<>();

    PurgeEvents(Connection connection) throws SQLException {
        sizes =
                connection.prepareStatement(
                        """
                        SELECT o.event, coalesce(length(e.data), 0)
                        FROM organisation_event o LEFT JOIN event e ON e.seq = o.event
                        WHERE o.org = ? ORDER BY o.event LIMIT ?
                        """);
        for (String removal :
                List.of(
                        "DELETE FROM late_delivery WHERE event" + THOSE,
                        "DELETE FROM event WHERE seq" + THOSE,
                        "DELETE FROM organisation_event WHERE org = ? AND event <= ?")) {
            removals.add(connection.prepareStatement(removal));
        }
    }

    @Override
    public boolean slice(long organisation) throws SQLException {
        long upTo = end(organisation);
        if (upTo == 0) {
            return false;
        }
        for (PreparedStatement removal : removals) {
            removal.setLong(1, organisation);
            removal.setLong(2, upTo);
            removal.executeUpdate();
        }
        return true;
    }

    /** The last event of this slice; 0 when there is none left. */
    private long end(long organisation) throws SQLException {
        sizes.setLong(1, organisation);
        sizes.setInt(2, ROWS_PER_SLICE);
        long upTo = 0;
        long bytes = 0;
        try (ResultSet row = sizes.executeQuery()) {
            while (bytes < BYTES_PER_SLICE && row.next()) {
                upTo = row.getLong(1);
                bytes += row.getLong(2);
            }
        }
        return upTo;
    }
}
