package dev.posthorn.core.store;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events and pending deliveries in memory. Whoever uses it holds its lock. */
final class InMemoryRows {
    private static final Comparator<PendingDelivery> BY_ORDER =
            Comparator.comparingLong(PendingDelivery::order)
                    .thenComparingLong(row -> row.id().seq());

    private static final Verdict.Retry ANY_TIME = new Verdict.Retry(0, 0);

    private final Map<EventId, Event> events = new HashMap<>();
    private final Map<Long, PendingDelivery> pending = new TreeMap<>();

    private final Map<Long, Ended> ended = new TreeMap<>();

    private record Ended(PendingDelivery row, DeliveryState state) {}

    boolean has(EventId id) {
        return events.containsKey(id);
    }

    @Nullable Event event(EventId id) {
        return events.get(id);
    }

    void add(AcceptedEvent accepted) {
        events.put(accepted.event().id(), accepted.event());
        accepted.deliveries().forEach(row -> pending.put(row.id().seq(), row));
    }

    /** All lanes, each by (order, id). */
    List<PendingDelivery> lane(Predicate<EndpointId> of) {
        return pending.values().stream()
                .filter(row -> of.test(row.endpoint()))
                .sorted(BY_ORDER)
                .toList();
    }

    void settle(Settlement settlement) {
        PendingDelivery row = pending.get(settlement.delivery().seq());
        if (row == null || row.round() != settlement.round()) {
            return;
        }
        boolean inTime = settlement.appliesTo(row.attempts(), row.round());
        if (settlement.verdict() instanceof Verdict.Retry retry) {
            if (inTime) {
                boolean attempted = settlement.attempt() != null;
                pending.put(row.id().seq(), attempted ? after(row, retry) : moved(row, retry));
            }
        } else if (inTime || settlement.verdict() instanceof Verdict.Delivered) {
            boolean attempted = settlement.attempt() != null;
            end(attempted ? after(row, ANY_TIME) : row, state(settlement.verdict()));
        }
    }

    private void end(PendingDelivery row, DeliveryState state) {
        pending.remove(row.id().seq());
        ended.put(row.id().seq(), new Ended(row, state));
    }

    private static DeliveryState state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Retry _ -> DeliveryState.PENDING;
            case Verdict.Delivered _ -> DeliveryState.DELIVERED;
            case Verdict.Failed _ -> DeliveryState.FAILED;
            case Verdict.Cancelled _ -> DeliveryState.CANCELLED;
        };
    }

    /** Pending or not; null when there is none. */
    @Nullable PendingDelivery any(DeliveryId id) {
        Ended over = ended.get(id.seq());
        return over == null ? pending.get(id.seq()) : over.row;
    }

    DeliveryState state(DeliveryId id) {
        Ended over = ended.get(id.seq());
        return over == null ? DeliveryState.PENDING : over.state;
    }

    /** Of this event, to this endpoint; null when there is none. */
    @Nullable PendingDelivery of(EventId event, EndpointId endpoint) {
        return Stream.concat(pending.values().stream(), ended.values().stream().map(Ended::row))
                .filter(row -> row.eventId().equals(event) && row.endpoint().equals(endpoint))
                .findFirst()
                .orElse(null);
    }

    /** Makes it pending, whatever it was. */
    void put(PendingDelivery row, Event event) {
        ended.remove(row.id().seq());
        pending.put(
                row.id().seq(),
                new PendingDelivery(
                        row.id(),
                        row.endpoint(),
                        row.eventId(),
                        event,
                        row.dueMs(),
                        row.order(),
                        row.attempts(),
                        row.round(),
                        row.roundBase(),
                        row.entityKey(),
                        row.trigger()));
    }

    private static PendingDelivery after(PendingDelivery row, Verdict.Retry retry) {
        return StoreSamples.retried(row, retry);
    }

    private static PendingDelivery moved(PendingDelivery row, Verdict.Retry retry) {
        return new PendingDelivery(
                row.id(),
                row.endpoint(),
                row.eventId(),
                row.event(),
                retry.dueMs(),
                retry.order(),
                row.attempts(),
                row.round(),
                row.roundBase(),
                row.entityKey());
    }

    void cancel(EndpointId endpoint) {
        lane(endpoint::equals).forEach(row -> end(row, DeliveryState.CANCELLED));
    }

    void change(EndpointId endpoint, UnaryOperator<PendingDelivery> step) {
        pending.replaceAll((_, row) -> row.endpoint().equals(endpoint) ? step.apply(row) : row);
    }
}
