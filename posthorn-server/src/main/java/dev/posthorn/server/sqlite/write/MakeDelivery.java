package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand.Make;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.EntityKey;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.row.EntityColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a delivery for an event accepted before, unless its endpoint has one. */
final class MakeDelivery {
    /** Its own, and the one after it for an attempt kept in its row. */
    private static final int NUMBERS = 2;

    private final Sequence sequence;
    private final LateIndex deliveryIndex;
    private final PreparedStatement event;
    private final PreparedStatement known;
    private final PreparedStatement insert;
    private final PreparedStatement late;

    MakeDelivery(Connection connection, Sequence sequence, LateIndex deliveryIndex)
            throws SQLException {
        this.sequence = sequence;
        this.deliveryIndex = deliveryIndex;
        event =
                connection.prepareStatement(
                        "SELECT entity, data IS NOT NULL FROM event WHERE seq = ?");
        known =
                connection.prepareStatement(
                        """
                        SELECT d.state FROM delivery d WHERE d.event = ?1 AND d.endpoint = ?2
                            AND d.seq > ?1 AND d.seq <=
                                (SELECT e.seq + 2 * e.deliveries FROM event e WHERE e.seq = ?1)
                        UNION ALL
                        SELECT d.state FROM late_delivery l JOIN delivery d ON d.seq = l.delivery
                        WHERE l.event = ?1 AND l.endpoint = ?2
                        """);
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO delivery (seq, event, endpoint, state, ord, due, attempts,
                            round, round_base, entity_key, status, origin)
                        VALUES (?, ?, ?, 0, ?, ?, 0, 0, 0, ?, 0, ?)
                        """);
        late =
                connection.prepareStatement(
                        "INSERT INTO late_delivery (event, endpoint, delivery) VALUES (?, ?, ?)");
    }

    CommandAnswer make(Make command, long dueMs, long nowMs) throws SQLException {
        event.setLong(1, command.event().seq());
        try (ResultSet row = event.executeQuery()) {
            if (!row.next()) {
                return new CommandAnswer.Unknown();
            }
            if (!row.getBoolean(2)) {
                return new CommandAnswer.PayloadGone();
            }
            return make(command, EntityColumn.decode(row.getString(1)), dueMs, nowMs);
        }
    }

    private CommandAnswer make(Make command, EntityId entity, long dueMs, long nowMs)
            throws SQLException {
        known.setLong(1, command.event().seq());
        known.setLong(2, command.endpoint().seq());
        try (ResultSet row = known.executeQuery()) {
            if (row.next()) {
                DeliveryState state = Codes.deliveryState(row.getInt(1));
                return new CommandAnswer.Left(state);
            }
        }
        PendingDelivery delivery = delivery(command, entity, dueMs, nowMs);
        insert(delivery);
        return new CommandAnswer.Made(delivery);
    }

    private PendingDelivery delivery(Make command, EntityId entity, long dueMs, long nowMs) {
        long seq = sequence.next(NUMBERS, nowMs);
        boolean byEntity = command.ordering() == Ordering.ENTITY;
        return new PendingDelivery(
                new DeliveryId(seq),
                command.endpoint(),
                command.event(),
                null,
                dueMs,
                command.ordering() == Ordering.NONE ? dueMs : seq,
                0,
                0,
                0,
                byEntity ? EntityKey.of(entity, seq) : 0,
                Trigger.REPLAY);
    }

    private void insert(PendingDelivery made) throws SQLException {
        insert.setLong(1, made.id().seq());
        insert.setLong(2, made.eventId().seq());
        insert.setLong(3, made.endpoint().seq());
        insert.setLong(4, made.order());
        insert.setLong(5, made.dueMs());
        insert.setLong(6, made.entityKey());
        insert.setInt(7, Codes.of(made.trigger()));
        insert.executeUpdate();
        late.setLong(1, made.eventId().seq());
        late.setLong(2, made.endpoint().seq());
        late.setLong(3, made.id().seq());
        late.executeUpdate();
        deliveryIndex.add(made.endpoint().seq(), made.id().seq());
    }
}
