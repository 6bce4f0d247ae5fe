package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with the deliveries it makes, to be written together.
 *
 * @param idempotency null when the publisher gave no key
 */
public record AcceptedEvent(
        Event event, List<PendingDelivery> deliveries, @Nullable IdempotencyMark idempotency) {}
