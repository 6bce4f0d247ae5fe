package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.EventSummary.State;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.store.row.ChannelsColumn;
import dev.posthorn.server.store.row.EntityColumn;
import dev.posthorn.server.store.scan.Column;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single events by their number. */
final class EventRows {
    private static final String SUMMARY =
            """
            SELECT e.org, e.type, e.entity, e.key, e.channels,
                e.deliveries + (SELECT count(*) FROM late_delivery l WHERE l.event = e.seq),
                %s, %s
            FROM event e WHERE e.seq = ?
            """
                    .formatted(hasDeliveryIn("= 0"), hasDeliveryIn("= 2"));
    private static final String WHOLE =
            "SELECT org, type, entity, key, channels, data FROM event WHERE seq = ?";

    private final ReadConnection connection;

    EventRows(ReadConnection connection) {
        this.connection = connection;
    }

    /**
     * A condition: one of the deliveries of event {@code e} is in a state. Those made when it came
     * in lie behind it, those a replay made later have an index.
     */
    static String hasDeliveryIn(String state) {
        return """
        (EXISTS (SELECT 1 FROM delivery d WHERE d.seq > e.seq
                AND d.seq <= e.seq + 2 * e.deliveries AND d.state %1$s)
            OR EXISTS (SELECT 1 FROM late_delivery l JOIN delivery d ON d.seq = l.delivery
                WHERE l.event = e.seq AND d.state %1$s))\
        """
                .formatted(state);
    }

    Optional<EventSummary> summary(long seq) throws SQLException {
        try (ResultSet row = Sql.of(SUMMARY, seq).run(connection)) {
            return row.next() ? Optional.of(summary(seq, row)) : Optional.empty();
        }
    }

    private static EventSummary summary(long seq, ResultSet row) throws SQLException {
        return new EventSummary(
                new EventId(seq),
                new OrganisationId(row.getLong(1)),
                new EventType(row.getString(2)),
                EntityColumn.decode(row.getString(3)),
                key(row),
                ChannelsColumn.decode(row.getString(5)),
                Sequence.millisOf(seq),
                row.getInt(6),
                state(row.getBoolean(7), row.getBoolean(8)));
    }

    private static State state(boolean pending, boolean failed) {
        if (pending) {
            return State.PENDING;
        }
        return failed ? State.FAILED : State.DELIVERED;
    }

    /** With its data; empty when that was erased. */
    Optional<Event> whole(long seq) throws SQLException {
        try (ResultSet row = Sql.of(WHOLE, seq).run(connection)) {
            byte[] data = row.next() ? row.getBytes(6) : null;
            return data == null ? Optional.empty() : Optional.of(whole(seq, row, data));
        }
    }

    private static Event whole(long seq, ResultSet row, byte[] data) throws SQLException {
        return new Event(
                new EventId(seq),
                new OrganisationId(row.getLong(1)),
                new EventType(row.getString(2)),
                EntityColumn.decode(row.getString(3)),
                key(row),
                ChannelsColumn.decode(row.getString(5)),
                new Payload(data),
                Sequence.millisOf(seq));
    }

    private static @Nullable KeyId key(ResultSet row) throws SQLException {
        Long key = Column.number(row, 4);
        return key == null ? null : new KeyId(key);
    }
}
