package dev.posthorn.server.postgres.command;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand.Make;
import dev.posthorn.core.delivery.DeliveryId;
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
import org.jspecify.annotations.Nullable;

/** Makes a delivery for an event accepted before, unless its endpoint has one. */
final class MakeDelivery {
    /** Its own, and the one after it for an attempt kept in its row. */
    private static final int NUMBERS = 2;

    /** Locks the event, so that two who want the same delivery come one after the other. */
    private static final String EVENT =
            "SELECT entity, data IS NOT NULL, seq + 2 * deliveries FROM event WHERE seq = ?"
                    + " FOR UPDATE";

    private static final String KNOWN =
            """
            SELECT d.state FROM (
                SELECT seq, event, endpoint, 0 AS state FROM pending
                UNION ALL
                SELECT seq, event, endpoint, state FROM delivery) d
            WHERE d.event = ? AND d.endpoint = ? AND (d.seq > ? AND d.seq <= ?
                OR d.seq IN (SELECT delivery FROM late_delivery WHERE event = ? AND endpoint = ?))
            """;

    private static final String INSERT =
            """
            INSERT INTO pending (seq, event, endpoint, ord, due, entity_key, origin)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LATE =
            "INSERT INTO late_delivery (event, endpoint, delivery) VALUES (?, ?, ?)";

    private final Connection connection;
    private final Sequence sequence;

    MakeDelivery(Connection connection, Sequence sequence) {
        this.connection = connection;
        this.sequence = sequence;
    }

    CommandAnswer make(Make command, long dueMs, long nowMs) throws SQLException {
        try (PreparedStatement event = connection.prepareStatement(EVENT)) {
            event.setLong(1, command.event().seq());
            try (ResultSet row = event.executeQuery()) {
                if (!row.next()) {
                    return new CommandAnswer.Unknown();
                }
                if (!row.getBoolean(2)) {
                    return new CommandAnswer.PayloadGone();
                }
                Integer state = known(command, row.getLong(3));
                if (state != null) {
                    return new CommandAnswer.Left(Codes.deliveryState(state));
                }
                EntityId entity = EntityColumn.decode(row.getString(1));
                PendingDelivery made = delivery(command, entity, dueMs, nowMs);
                insert(made);
                return new CommandAnswer.Made(made);
            }
        }
    }

    /** The state of the delivery there is, or null. {@code last}: of those made when accepted. */
    private @Nullable Integer known(Make command, long last) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setLong(1, command.event().seq());
            known.setLong(2, command.endpoint().seq());
            known.setLong(3, command.event().seq());
            known.setLong(4, last);
            known.setLong(5, command.event().seq());
            known.setLong(6, command.endpoint().seq());
            try (ResultSet row = known.executeQuery()) {
                return row.next() ? (Integer) row.getInt(1) : null;
            }
        }
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
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement late = connection.prepareStatement(LATE)) {
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
        }
    }
}
