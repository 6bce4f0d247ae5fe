package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.RefillPage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Deliveries of one lane, numbered as they were accepted, all of them at {@link #NOW}. */
final class Rows {
    static final long NOW = 1_700_000_000_000L;
    static final EndpointId ENDPOINT = new EndpointId(1);
    private static final int PAYLOAD_BYTES = 10;

    private final Ordering ordering;

    private Rows(Ordering ordering) {
        this.ordering = ordering;
    }

    static Rows of(Ordering ordering) {
        return new Rows(ordering);
    }

    /** The nth delivery, due at once. */
    PendingDelivery row(int n) {
        return row(n, NOW, 0);
    }

    PendingDelivery due(int n, long dueMs) {
        return row(n, dueMs, 0);
    }

    PendingDelivery entity(int n, long entityKey) {
        return row(n, NOW, entityKey);
    }

    PendingDelivery row(int n, long dueMs, long entityKey) {
        EventId event = new EventId(Sequence.firstOf(NOW) + 3L * n);
        long seq = event.seq() + 1;
        return new PendingDelivery(
                new DeliveryId(seq),
                ENDPOINT,
                event,
                event(event, PAYLOAD_BYTES),
                dueMs,
                ordering == Ordering.NONE ? dueMs : seq,
                0,
                0,
                0,
                entityKey);
    }

    /** {@code from} to {@code to}, both included. */
    List<PendingDelivery> rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::row).toList();
    }

    static Event event(EventId id, int payloadBytes) {
        return new Event(
                id,
                new OrganisationId(1),
                new EventType("user.updated"),
                EntityId.NONE,
                null,
                List.of(),
                new Payload(new byte[payloadBytes]),
                Sequence.millisOf(id.seq()));
    }

    static int number(PendingDelivery row) {
        return (int) (row.eventId().seq() - Sequence.firstOf(NOW)) / 3;
    }

    static Settlement delivered(PendingDelivery row) {
        return settled(row, new Verdict.Delivered(NOW));
    }

    static Settlement retried(PendingDelivery row, long dueMs, long order) {
        return settled(row, new Verdict.Retry(dueMs, order));
    }

    private static Settlement settled(PendingDelivery row, Verdict verdict) {
        return new Settlement(row.id(), row.endpoint(), row.attempts(), row.round(), verdict, null);
    }

    /** All that is left in the store. */
    static RefillPage lastPage(PendingDelivery... rows) {
        return new RefillPage(Arrays.asList(rows), RefillPage.NOTHING, false);
    }

    static RefillPage page(long nextDueMs, List<PendingDelivery> rows) {
        return new RefillPage(rows, nextDueMs, false);
    }
}
