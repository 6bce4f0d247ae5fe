package dev.posthorn.server.store.config;

import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.store.row.TallyCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Adds counts to the running row of every resolution, and removes two rows that are too old for
 * each that came in, so that there are never many more than are kept.
 */
public final class AddCounts {
    private static final int REMOVED_PER_ADDED = 2;

    private final PreparedStatement find;
    private final PreparedStatement save;
    private final PreparedStatement forget;
    private final TallyCodec codec = new TallyCodec();

    public AddCounts(Connection connection) throws SQLException {
        find =
                connection.prepareStatement(
                        "SELECT counts FROM statistic WHERE step = ? AND slot = ? AND subject = ?");
        save =
                connection.prepareStatement(
                        """
                        INSERT INTO statistic (step, slot, subject, counts) VALUES (?, ?, ?, ?)
                        ON CONFLICT (step, slot, subject) DO UPDATE SET counts = excluded.counts
                        """);
        forget =
                connection.prepareStatement(
                        """
                        DELETE FROM statistic WHERE (step, slot, subject) IN (
                            SELECT step, slot, subject FROM statistic
                            WHERE step = ? AND slot < ? ORDER BY slot, subject LIMIT ?)
                        """);
    }

    public void add(List<MinuteTally> counted, long nowMs) throws SQLException {
        for (Resolution resolution : Resolution.values()) {
            for (MinuteTally one : counted) {
                add(resolution, one);
            }
            forget.setInt(1, resolution.minutes());
            forget.setLong(2, resolution.firstKept(nowMs));
            forget.setInt(3, REMOVED_PER_ADDED * counted.size());
            forget.executeUpdate();
        }
    }

    private void add(Resolution resolution, MinuteTally one) throws SQLException {
        long slot = resolution.slotOfMinute(one.minute());
        Tally sum = stored(resolution, slot, one.subject().seq());
        sum.add(one.tally());
        save.setInt(1, resolution.minutes());
        save.setLong(2, slot);
        save.setLong(3, one.subject().seq());
        save.setBytes(4, codec.encode(sum));
        save.executeUpdate();
    }

    private Tally stored(Resolution resolution, long slot, long subject) throws SQLException {
        find.setInt(1, resolution.minutes());
        find.setLong(2, slot);
        find.setLong(3, subject);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? TallyCodec.decode(row.getBytes(1)) : new Tally();
        }
    }
}
