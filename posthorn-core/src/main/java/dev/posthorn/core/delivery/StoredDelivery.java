package dev.posthorn.core.delivery;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventId;

/**
 * A delivery as it stands in the store, pending or not.
 *
 * @param entity of its event, {@link EntityId#NONE} when that is gone
 * @param order as in {@link PendingDelivery#order}
 * @param hasPayload whether there is something to send
 */
public record StoredDelivery(
        DeliveryId id,
        EndpointId endpoint,
        EventId eventId,
        EntityId entity,
        DeliveryState state,
        long dueMs,
        long order,
        int attempts,
        int round,
        boolean hasPayload) {}
