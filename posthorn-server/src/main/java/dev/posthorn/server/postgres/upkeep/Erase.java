package dev.posthorn.server.postgres.upkeep;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.server.postgres.connect.Connections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Erases organisations, slice by slice. Rows are their own position: after a crash, or beside
 * another node, it just goes on with what is left. Endpoints, by which the rest is found, go last.
 */
final class Erase implements Chore {
    /** What was accepted or changed just before is on its way no longer. */
    private static final long KNOWN_MS = 600_000;

    private final Connections connections;
    private final Slices slices;

    Erase(Connections connections) {
        this.connections = connections;
        this.slices = new Slices(connections);
    }

    @Override
    public void run(long nowMs) throws SQLException {
        for (long organisation : longs("SELECT org FROM purge WHERE ? = 0", 0)) {
            erase(organisation);
            slices.delete(
                    "purge",
                    "org",
                    "org = " + organisation + " AND seq < ?",
                    Sequence.firstOf(nowMs - KNOWN_MS));
        }
    }

    private void erase(long organisation) throws SQLException {
        List<Long> endpoints =
                longs("SELECT seq FROM endpoint WHERE org = ? ORDER BY seq", organisation);
        for (long endpoint : endpoints) {
            for (String table : List.of("pending", "delivery", "attempt")) {
                slices.delete(table, "seq", "endpoint = ?", endpoint);
            }
            slices.delete("cancel_asked", "delivery", "endpoint = ?", endpoint);
            slices.delete("late_delivery", "delivery", "endpoint = ?", endpoint);
            slices.delete("statistic", "step, slot, subject", "subject = ?", endpoint);
        }
        slices.delete("statistic", "step, slot, subject", "subject = ?", organisation);
        slices.delete("event", "seq", "org = ?", organisation);
        for (String table : List.of("task", "api_key", "audit")) {
            slices.delete(table, "seq", "org = ?", organisation);
        }
        people(organisation);
        for (long endpoint : endpoints) {
            slices.delete("endpoint_revision", "endpoint, revision", "endpoint = ?", endpoint);
            slices.delete("endpoint_health", "endpoint", "endpoint = ?", endpoint);
            slices.delete("endpoint", "seq", "seq = ?", endpoint);
        }
    }

    private void people(long organisation) throws SQLException {
        String signedIn =
                """
                (body::json #>> '{portal,org}')::bigint = ? OR (body::json ->> 'user')::bigint IN
                    (SELECT seq FROM person WHERE (body::json ->> 'org')::bigint = %d)
                """
                        .formatted(organisation);
        slices.delete("sign_in", "token_hash", signedIn, organisation);
        slices.delete("one_time_link", "token_hash", signedIn, organisation);
        slices.delete("person", "seq", "(body::json ->> 'org')::bigint = ?", organisation);
    }

    private List<Long> longs(String sql, long value) throws SQLException {
        return connections.transaction(connection -> longs(connection, sql, value));
    }

    private static List<Long> longs(Connection connection, String sql, long value)
            throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setLong(1, value);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }
}
