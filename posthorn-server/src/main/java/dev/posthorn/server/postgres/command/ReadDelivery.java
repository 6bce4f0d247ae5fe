package dev.posthorn.server.postgres.command;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.row.EntityColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Single deliveries as they stand, locked until the transaction ends. */
final class ReadDelivery {
    /** Locks the one row there is; a command has locks of its own deliveries only. */
    private static final String READ =
            """
            SELECT d.endpoint, d.event, e.entity, d.state, d.due, d.ord, d.attempts, d.round,
                e.data IS NOT NULL
            FROM (
                SELECT * FROM (
                    SELECT endpoint, event, 0 AS state, due, ord, attempts, round
                    FROM pending WHERE seq = ? FOR UPDATE) open
                UNION ALL
                SELECT * FROM (
                    SELECT endpoint, event, state, due, ord, attempts, round
                    FROM delivery WHERE seq = ? FOR UPDATE) closed) d
                LEFT JOIN event e ON e.seq = d.event
            """;

    private ReadDelivery() {}

    /** Looks twice: one that was being settled is in neither table at first sight. */
    static Optional<StoredDelivery> read(Connection connection, DeliveryId id) throws SQLException {
        Optional<StoredDelivery> found = once(connection, id);
        return found.isPresent() ? found : once(connection, id);
    }

    private static Optional<StoredDelivery> once(Connection connection, DeliveryId id)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, id.seq());
            read.setLong(2, id.seq());
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(delivery(id, row)) : Optional.empty();
            }
        }
    }

    private static StoredDelivery delivery(DeliveryId id, ResultSet row) throws SQLException {
        return new StoredDelivery(
                id,
                new EndpointId(row.getLong(1)),
                new EventId(row.getLong(2)),
                EntityColumn.decode(row.getString(3)),
                Codes.deliveryState(row.getInt(4)),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7),
                row.getInt(8),
                row.getBoolean(9));
    }
}
