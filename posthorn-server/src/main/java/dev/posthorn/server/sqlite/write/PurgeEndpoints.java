package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Removes the endpoints themselves with their revisions and how they fared. */
final class PurgeEndpoints implements PurgeStep {
    /** Revisions carry settings and secrets, some 2 kB each. */
    private static final int ROWS_PER_SLICE = 250;

    private final PreparedStatement endpoint;
    private final PreparedStatement revisions;
    private final List<PreparedStatement> rest;

    PurgeEndpoints(Connection connection) throws SQLException {
        endpoint = connection.prepareStatement("SELECT min(seq) FROM endpoint WHERE org = ?");
        revisions =
                connection.prepareStatement(
                        """
                        DELETE FROM endpoint_revision WHERE endpoint = ?1 AND revision IN
                            (SELECT revision FROM endpoint_revision WHERE endpoint = ?1 LIMIT ?2)
                        """);
        rest =
                List.of(
                        connection.prepareStatement(
                                "DELETE FROM endpoint_health WHERE endpoint = ?"),
                        connection.prepareStatement("DELETE FROM endpoint WHERE seq = ?"));
    }

    @Override
    public boolean slice(long organisation) throws SQLException {
        int rows = ROWS_PER_SLICE;
        while (rows > 0) {
            long found = first(organisation);
            if (found == 0) {
                return false;
            }
            revisions.setLong(1, found);
            revisions.setInt(2, rows);
            rows -= revisions.executeUpdate();
            if (rows > 0) {
                remove(found);
                rows--;
            }
        }
        return true;
    }

    private long first(long organisation) throws SQLException {
        endpoint.setLong(1, organisation);
        try (ResultSet row = endpoint.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void remove(long found) throws SQLException {
        for (PreparedStatement statement : rest) {
            statement.setLong(1, found);
            statement.executeUpdate();
        }
    }
}
