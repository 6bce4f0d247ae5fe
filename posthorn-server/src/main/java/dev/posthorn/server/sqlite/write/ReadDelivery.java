package dev.posthorn.server.sqlite.write;

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

/** Single deliveries as they stand in the open transaction. */
final class ReadDelivery {
    private final PreparedStatement read;

    ReadDelivery(Connection connection) throws SQLException {
        read =
                connection.prepareStatement(
                        """
                        SELECT d.endpoint, d.event, e.entity, d.state, d.due, d.ord, d.attempts,
                            d.round, e.data IS NOT NULL
                        FROM delivery d LEFT JOIN event e ON e.seq = d.event WHERE d.seq = ?
                        """);
    }

    Optional<StoredDelivery> delivery(DeliveryId id) throws SQLException {
        read.setLong(1, id.seq());
        try (ResultSet row = read.executeQuery()) {
            return row.next() ? Optional.of(delivery(id, row)) : Optional.empty();
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
