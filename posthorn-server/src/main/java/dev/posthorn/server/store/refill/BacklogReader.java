package dev.posthorn.server.store.refill;

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

/** The queries behind {@link StoredBacklog}, on one connection and for one thread. */
public final class BacklogReader implements AutoCloseable {
    private final LaneReader lanes;
    private final PreparedStatement event;
    private final PreparedStatement heads;
    private final PreparedStatement counts;

    public BacklogReader(Connection connection, BacklogSql sql) throws SQLException {
        lanes = new LaneReader(connection, sql);
        event =
                connection.prepareStatement(
                        "SELECT "
                                + EventRow.COLUMNS
                                + " FROM event e WHERE e.seq = ? AND e.data IS NOT NULL");
        heads = connection.prepareStatement(sql.heads());
        counts =
                connection.prepareStatement(
                        "SELECT endpoint, count(*) FROM %s d WHERE %s GROUP BY endpoint"
                                .formatted(sql.table(), sql.pending()));
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

    @Override
    public void close() throws SQLException {
        lanes.close();
        event.close();
        heads.close();
        counts.close();
    }
}
