package dev.posthorn.server.api.resource;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.api.json.JsonWriter;

/**
 * One event in the answer to a publishing call.
 *
 * @param duplicate it was there before, known by its idempotency key
 */
public record PublishedEvent(EventSummary event, boolean duplicate) implements PublishedItem {
    private static final EventFields EVENT = new EventFields();

    public static PublishedEvent accepted(AcceptedEvent accepted) {
        Event event = accepted.event();
        int deliveries = accepted.deliveries().size();
        return new PublishedEvent(
                new EventSummary(
                        event.id(),
                        event.organisation(),
                        event.type(),
                        event.entityId(),
                        event.key(),
                        event.channels(),
                        event.createdMs(),
                        deliveries,
                        deliveries == 0
                                ? EventSummary.State.DELIVERED
                                : EventSummary.State.PENDING),
                false);
    }

    public static PublishedEvent repeat(EventSummary first) {
        return new PublishedEvent(first, true);
    }

    @Override
    public boolean isNew() {
        return !duplicate;
    }

    /** The event without its data; {@code duplicate} only where it is true. */
    @Override
    public void write(JsonWriter json) {
        EVENT.write(event, json);
        if (duplicate) {
            json.bool("duplicate", true);
        }
    }
}
