package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.scan.Column;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single deliveries by their number, and how many are due. */
final class DeliveryRows {
    private static final String SUMMARY =
            """
            SELECT d.event, d.endpoint, e.org, e.type, d.state, d.attempts, d.due, d.status,
                d.error, d.closed,
                CASE WHEN d.state = 0 AND c.delivery IS NOT NULL THEN 'cancelling' ELSE d.reason END
            FROM delivery d JOIN event e ON e.seq = d.event
                LEFT JOIN cancel_asked c ON c.delivery = d.seq AND c.round = d.round
            WHERE d.seq = ?
            """;

    /** In unordered lanes the first rows by order are the first due, in others nearly so. */
    private static final String DUE =
            """
            SELECT count(*) FROM (SELECT due FROM delivery INDEXED BY delivery_pending
                WHERE state = 0 AND endpoint = ? ORDER BY ord LIMIT ?) WHERE due <= ?
            """;

    private static final String REACHED =
            """
            SELECT EXISTS (SELECT 1 FROM event e JOIN delivery d
                    ON d.seq > e.seq AND d.seq <= e.seq + 2 * e.deliveries
                WHERE e.seq = ? AND d.endpoint = ?)
                OR EXISTS (SELECT 1 FROM late_delivery WHERE event = ? AND endpoint = ?)
            """;

    private final ReadConnection connection;

    DeliveryRows(ReadConnection connection) {
        this.connection = connection;
    }

    Optional<DeliverySummary> summary(long seq) throws SQLException {
        try (ResultSet row = Sql.of(SUMMARY, seq).run(connection)) {
            return row.next() ? Optional.of(summary(seq, row)) : Optional.empty();
        }
    }

    private static DeliverySummary summary(long seq, ResultSet row) throws SQLException {
        DeliveryState state = Codes.deliveryState(row.getInt(5));
        return new DeliverySummary(
                new DeliveryId(seq),
                new EventId(row.getLong(1)),
                new EndpointId(row.getLong(2)),
                new OrganisationId(row.getLong(3)),
                new EventType(row.getString(4)),
                state,
                row.getInt(6),
                Sequence.millisOf(seq),
                state == DeliveryState.PENDING ? (Long) row.getLong(7) : null,
                row.getInt(8),
                row.getString(9),
                Column.number(row, 10),
                row.getString(11));
    }

    Set<EventId> reached(EndpointId endpoint, List<EventId> events) throws SQLException {
        Set<EventId> reached = new HashSet<>();
        for (EventId event : events) {
            Sql query = Sql.of(REACHED, event.seq(), endpoint.seq(), event.seq(), endpoint.seq());
            if (query.number(connection) != 0) {
                reached.add(event);
            }
        }
        return reached;
    }

    int due(EndpointId endpoint, long nowMs, int most) throws SQLException {
        return (int) Sql.of(DUE, endpoint.seq(), most, nowMs).number(connection);
    }
}
