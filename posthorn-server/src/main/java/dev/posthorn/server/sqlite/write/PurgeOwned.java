package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Removes what names its organisation: tasks, keys, people and the audit trail. */
final class PurgeOwned implements PurgeStep {
    private static final int ROWS_PER_SLICE = 250;

    private static final String BY_ORGANISATION =
            "DELETE FROM %1$s WHERE seq IN (SELECT seq FROM %1$s WHERE org = ? LIMIT "
                    + ROWS_PER_SLICE
                    + ")";

    private static final String SIGNED_IN =
            " WHERE json_extract(body, '$.portal.org') = ?1 OR json_extract(body, '$.user') IN"
                    + " (SELECT seq FROM person WHERE json_extract(body, '$.org') = ?1)";

    private final List<PreparedStatement> removals = new ArrayList<>();

    PurgeOwned(Connection connection) throws SQLException {
        for (String table : List.of("task", "api_key", "audit")) {
            removals.add(connection.prepareStatement(BY_ORGANISATION.formatted(table)));
        }
        for (String table : List.of("sign_in", "one_time_link")) {
            removals.add(connection.prepareStatement("DELETE FROM " + table + SIGNED_IN));
        }
        removals.add(
                connection.prepareStatement(
                        "DELETE FROM person WHERE json_extract(body, '$.org') = ?"));
    }

    @Override
    public boolean slice(long organisation) throws SQLException {
        for (PreparedStatement removal : removals) {
            removal.setLong(1, organisation);
            if (removal.executeUpdate() >= ROWS_PER_SLICE) {
                return true;
            }
        }
        return false;
    }
}
