package dev.posthorn.server.sqlite.refill;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import dev.posthorn.server.store.row.EventRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries behind {@link SqliteBacklog}, on one connection and for one thread. */
final class BacklogReader {
    private final LaneReader lanes;
    private final PreparedStatement event;
    private final PreparedStatement heads;
    private final PreparedStatement counts;

    BacklogReader(Connection connection) throws SQLException {
        lanes = new LaneReader(connection);
        event =
                connection.prepareStatement(
                        "SELECT "
                                + EventRow.COLUMNS
                                + " FROM event e WHERE e.seq = ? AND e.data IS NOT NULL");
        heads =
                connection.prepareStatement(
                        """
                        WITH RECURSIVE lane (endpoint) AS (
                            SELECT min(endpoint) FROM delivery WHERE state = 0
                            UNION ALL
                            SELECT (SELECT min(endpoint) FROM delivery
                                WHERE state = 0 AND endpoint > lane.endpoint)
                            FROM lane WHERE lane.endpoint IS NOT NULL)
                        SELECT d.endpoint, d.seq, d.due, d.ord FROM lane JOIN delivery d
                        ON d.seq = (SELECT seq FROM delivery
                            WHERE state = 0 AND endpoint = lane.endpoint ORDER BY ord, seq LIMIT 1)
                        """);
        counts =
                connection.prepareStatement(
                        "SELECT endpoint, count(*) FROM delivery WHERE state = 0 GROUP BY endpoint");
    }

    RefillPage refill(RefillQuery query) throws SQLException {
        return lanes.read(query);
    }

    EventLookup event(EventId id) throws SQLException {
        event.setLong(1, id.seq());
        try (ResultSet row = event.executeQuery()) {
            return row.next()
                    ? new EventLookup.Found(EventRow.read(row, 1))
                    : new EventLookup.Gone();
        }
    }

    List<LaneHead> heads() throws SQLException {
        List<LaneHead> found = new ArrayList<>();
        try (ResultSet row = heads.executeQuery()) {
            while (row.next()) {
                found.add(
                        new LaneHead(
                                new EndpointId(row.getLong(1)),
                                new DeliveryId(row.getLong(2)),
                                row.getLong(3),
                                row.getLong(4)));
            }
        }
        return found;
    }

    Map<EndpointId, Long> pendingCounts() throws SQLException {
        Map<EndpointId, Long> found = new HashMap<>();
        try (ResultSet row = counts.executeQuery()) {
            while (row.next()) {
                found.put(new EndpointId(row.getLong(1)), row.getLong(2));
            }
        }
        return found;
    }
}
