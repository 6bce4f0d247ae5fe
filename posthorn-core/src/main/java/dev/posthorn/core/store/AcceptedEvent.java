package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with the deliveries it makes, to be written together.
 *
 * @param idempotency null when the publisher gave no key
 * @param missed endpoints it matched that can take no delivery, or no more of them; for counting
 *     alone
 */
public record AcceptedEvent(
        Event event,
        List<PendingDelivery> deliveries,
        @Nullable IdempotencyMark idempotency,
        List<EndpointId> missed) {
    public AcceptedEvent(
            Event event, List<PendingDelivery> deliveries, @Nullable IdempotencyMark idempotency) {
        this(event, deliveries, idempotency, List.of());
    }
}
