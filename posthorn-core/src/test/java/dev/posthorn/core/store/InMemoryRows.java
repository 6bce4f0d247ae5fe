package dev.posthorn.core.store;

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
import org.jspecify.annotations.Nullable;

/** Events and pending deliveries in memory. Whoever uses it holds its lock. */
final class InMemoryRows {
    private static final Comparator<PendingDelivery> BY_ORDER =
            Comparator.comparingLong(PendingDelivery::order)
                    .thenComparingLong(row -> row.id().seq());

    private final Map<EventId, Event> events = new HashMap<>();
    private final Map<Long, PendingDelivery> pending = new TreeMap<>();

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
        boolean inTime = row.attempts() == settlement.attemptsBefore();
        if (settlement.verdict() instanceof Verdict.Retry retry) {
            if (inTime) {
                boolean attempted = settlement.attempt() != null;
                pending.put(row.id().seq(), attempted ? after(row, retry) : moved(row, retry));
            }
        } else if (inTime || settlement.verdict() instanceof Verdict.Delivered) {
            pending.remove(row.id().seq());
        }
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
        pending.values().removeIf(row -> row.endpoint().equals(endpoint));
    }

    void change(EndpointId endpoint, UnaryOperator<PendingDelivery> step) {
        pending.replaceAll((_, row) -> row.endpoint().equals(endpoint) ? step.apply(row) : row);
    }
}
