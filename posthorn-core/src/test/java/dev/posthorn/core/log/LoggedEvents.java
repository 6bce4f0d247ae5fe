package dev.posthorn.core.log;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.log.EventSummary.State;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the fake knows of events: their summaries and which of them a filter wants. */
final class LoggedEvents {
    private LoggedEvents() {}

    static EventSummary summary(Event event, int deliveries) {
        return new EventSummary(
                event.id(),
                event.organisation(),
                event.type(),
                event.entityId(),
                event.key(),
                event.channels(),
                event.createdMs(),
                deliveries,
                State.DELIVERED);
    }

    static EventSummary withState(EventSummary event, List<DeliveryState> deliveries) {
        return new EventSummary(
                event.id(),
                event.organisation(),
                event.type(),
                event.entityId(),
                event.key(),
                event.channels(),
                event.createdMs(),
                event.deliveries(),
                state(deliveries));
    }

    private static State state(List<DeliveryState> deliveries) {
        if (deliveries.contains(DeliveryState.PENDING)) {
            return State.PENDING;
        }
        return deliveries.contains(DeliveryState.FAILED) ? State.FAILED : State.DELIVERED;
    }

    static Predicate<EventSummary> matching(EventFilter filter) {
        return event ->
                (filter.organisation() == null
                                || filter.organisation().equals(event.organisation()))
                        && isOfType(event.type(), filter.type())
                        && (filter.action() == null
                                || filter.action().equals(event.type().action()))
                        && (filter.state() == null || filter.state() == event.state())
                        && (filter.entityId() == null || filter.entityId().equals(event.entityId()))
                        && isWithin(filter.created(), event.createdMs());
    }

    static boolean isOfType(EventType type, @Nullable String wanted) {
        return wanted == null || wanted.equals(type.slug()) || wanted.equals(type.entity());
    }

    static boolean isWithin(TimeRange range, long ms) {
        return range.fromMs() <= ms && ms <= range.toMs();
    }
}
