package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Removes deliveries and attempts, endpoint by endpoint; the endpoints stay. */
final class PurgeDeliveries implements PurgeStep {
    /** A row takes some 10 µs with its entries in four indexes. */
    private static final int ROWS_PER_SLICE = 250;

    /** Looking at one that has nothing takes some 20 µs. */
    private static final int ENDPOINTS_PER_SLICE = 100;

    private static final String THOSE =
            "(SELECT delivery FROM endpoint_delivery WHERE endpoint = ? AND delivery <= ?)";

    private final PreparedStatement endpoint;
    private final PreparedStatement attempts;
    private final PreparedStatement end;
    private final List<PreparedStatement> ofDeliveries;
    private final PreparedStatement index;
    private long before;

    PurgeDeliveries(Connection connection) throws SQLException {
        endpoint =
                connection.prepareStatement(
                        "SELECT min(seq) FROM endpoint WHERE org = ? AND seq > ?");
        attempts =
                connection.prepareStatement(
                        "DELETE FROM attempt WHERE seq IN"
                                + " (SELECT seq FROM attempt WHERE endpoint = ? LIMIT ?)");
        end =
                connection.prepareStatement(
                        "SELECT delivery FROM endpoint_delivery WHERE endpoint = ?"
                                + " ORDER BY delivery LIMIT 1 OFFSET ?");
        ofDeliveries =
                List.of(
                        connection.prepareStatement(
                                "DELETE FROM late_delivery WHERE (event, delivery) IN"
                                        + " (SELECT event, seq FROM delivery"
                                        + " WHERE seq > event + 20001 AND seq IN "
                                        + THOSE
                                        + ")"),
                        connection.prepareStatement(
                                "DELETE FROM cancel_asked WHERE delivery IN " + THOSE),
                        connection.prepareStatement("DELETE FROM delivery WHERE seq IN " + THOSE));
        index =
                connection.prepareStatement(
                        "DELETE FROM endpoint_delivery WHERE endpoint = ? AND delivery <= ?");
    }

    @Override
    public void restart() {
        before = 0;
    }

    @Override
    public boolean slice(long organisation) throws SQLException {
        int rows = ROWS_PER_SLICE;
        for (int i = 0; i < ENDPOINTS_PER_SLICE && rows > 0; i++) {
            long found = next(organisation);
            if (found == 0) {
                return false;
            }
            rows -= attempts(found, rows);
            rows -= rows > 0 ? deliveries(found, rows) : 0;
            if (rows > 0) {
                before = found;
            }
        }
        return true;
    }

    private long next(long organisation) throws SQLException {
        endpoint.setLong(1, organisation);
        endpoint.setLong(2, before);
        try (ResultSet row = endpoint.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private int attempts(long of, int most) throws SQLException {
        attempts.setLong(1, of);
        attempts.setInt(2, most);
        return attempts.executeUpdate();
    }

    /** How many entries were removed. */
    private int deliveries(long of, int most) throws SQLException {
        long upTo = end(of, most);
        for (PreparedStatement statement :
                Stream.concat(ofDeliveries.stream(), Stream.of(index)).toList()) {
            statement.setLong(1, of);
            statement.setLong(2, upTo);
        }
        for (PreparedStatement statement : ofDeliveries) {
            statement.executeUpdate();
        }
        return index.executeUpdate();
    }

    private long end(long of, int most) throws SQLException {
        end.setLong(1, of);
        end.setInt(2, most - 1);
        try (ResultSet row = end.executeQuery()) {
            return row.next() ? row.getLong(1) : Long.MAX_VALUE;
        }
    }
}
