package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Removes the counts of the organisation and its endpoints, one slot of time after another. */
final class PurgeStatistics implements PurgeStep {
    /** Looks for a row that may be there; each takes a few µs. */
    private static final int LOOKS_PER_SLICE = 1_000;

    private final PreparedStatement count;
    private final PreparedStatement slot;
    private final PreparedStatement remove;
    private int subjects;
    private long step;
    private long at;

    PurgeStatistics(Connection connection) throws SQLException {
        count = connection.prepareStatement("SELECT count(*) FROM endpoint WHERE org = ?");
        slot =
                connection.prepareStatement(
                        "SELECT step, slot FROM statistic WHERE (step, slot) > (?, ?)"
                                + " ORDER BY step, slot LIMIT 1");
        remove =
                connection.prepareStatement(
                        """
                        DELETE FROM statistic WHERE step = ? AND slot = ? AND subject IN
                            (SELECT ?3 UNION ALL SELECT seq FROM endpoint WHERE org = ?3)
                        """);
    }

    @Override
    public void restart() {
        subjects = 0;
        step = 0;
        at = 0;
    }

    @Override
    public boolean slice(long organisation) throws SQLException {
        if (subjects == 0) {
            subjects = 1 + endpoints(organisation);
        }
        for (int looks = 0; looks < LOOKS_PER_SLICE; looks += 2 + subjects) {
            if (!advance()) {
                return false;
            }
            remove.setLong(1, step);
            remove.setLong(2, at);
            remove.setLong(3, organisation);
            remove.executeUpdate();
        }
        return true;
    }

    private int endpoints(long organisation) throws SQLException {
        count.setLong(1, organisation);
        try (ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean advance() throws SQLException {
        slot.setLong(1, step);
        slot.setLong(2, at);
        try (ResultSet row = slot.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            step = row.getLong(1);
            at = row.getLong(2);
            return true;
        }
    }
}
