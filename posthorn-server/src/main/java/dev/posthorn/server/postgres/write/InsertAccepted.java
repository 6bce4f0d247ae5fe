package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.store.row.ChannelsColumn;
import dev.posthorn.server.store.row.EntityColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes events and the deliveries they make, all pending: two statements however many. */
final class InsertAccepted {
    private static final String EVENTS =
            """
            INSERT INTO event (seq, org, type, entity, key, channels, deliveries, data)
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
                ?::text[], ?::integer[], ?::bytea[])
            """;

    private static final String PENDING =
            """
            INSERT INTO pending (seq, event, endpoint, ord, due, entity_key)
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[])
            """;

    private InsertAccepted() {}

    static void write(Connection connection, List<AcceptedEvent> accepted) throws SQLException {
        if (accepted.isEmpty()) {
            return;
        }
        events(connection, accepted);
        List<PendingDelivery> deliveries =
                accepted.stream().flatMap(event -> event.deliveries().stream()).toList();
        if (!deliveries.isEmpty()) {
            deliveries(connection, deliveries);
        }
    }

    private static void events(Connection connection, List<AcceptedEvent> accepted)
            throws SQLException {
        try (var insert = new Unnest<>(connection, EVENTS, accepted)) {
            insert.longs(row -> row.event().id().seq())
                    .longs(row -> row.event().organisation().seq())
                    .texts(row -> row.event().type().slug())
                    .texts(row -> EntityColumn.encode(row.event().entityId()))
                    .numbers(row -> key(row.event()))
                    .texts(row -> ChannelsColumn.encode(row.event().channels()))
                    .ints(row -> row.deliveries().size())
                    .bytes(row -> row.event().data().bytes())
                    .statement()
                    .executeUpdate();
        }
    }

    private static @Nullable Long key(Event event) {
        KeyId key = event.key();
        return key == null ? null : (Long) key.seq();
    }

    private static void deliveries(Connection connection, List<PendingDelivery> deliveries)
            throws SQLException {
        try (var insert = new Unnest<>(connection, PENDING, deliveries)) {
            insert.longs(row -> row.id().seq())
                    .longs(row -> row.eventId().seq())
                    .longs(row -> row.endpoint().seq())
                    .longs(PendingDelivery::order)
                    .longs(PendingDelivery::dueMs)
                    .longs(PendingDelivery::entityKey)
                    .statement()
                    .executeUpdate();
        }
    }
}
