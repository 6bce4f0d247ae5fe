package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.ingest.EntityKey;

/** A delivery as it stands after its endpoint's ordering changed. */
final class StoredOrder {
    private StoredOrder() {}

    static PendingDelivery fifo(PendingDelivery delivery) {
        return with(delivery, delivery.id().seq(), 0);
    }

    static PendingDelivery byEntity(PendingDelivery delivery) {
        Event event = delivery.event();
        EntityId entity = event == null ? EntityId.NONE : event.entityId();
        return with(delivery, delivery.id().seq(), EntityKey.of(entity, delivery.id().seq()));
    }

    static PendingDelivery unordered(PendingDelivery delivery) {
        return with(delivery, delivery.dueMs(), 0);
    }

    private static PendingDelivery with(PendingDelivery delivery, long order, long entityKey) {
        return new PendingDelivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.eventId(),
                delivery.event(),
                delivery.dueMs(),
                order,
                delivery.attempts(),
                delivery.round(),
                delivery.roundBase(),
                entityKey);
    }
}
