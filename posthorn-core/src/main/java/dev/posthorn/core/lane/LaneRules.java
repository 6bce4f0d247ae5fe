package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;

/**
 * How a lane treats its deliveries, worked out once per revision of its endpoint.
 *
 * @param maxInFlight what its window may grow to
 * @param held whether its organisation sends nothing at present
 */
record LaneRules(
        Endpoint endpoint,
        RequestRenderer renderer,
        RetrySchedule schedule,
        Duration timeout,
        int maxInFlight,
        boolean held) {

    boolean sends() {
        return !held && endpoint.sends();
    }

    /** Whether what is pending must not stay so. */
    boolean cancels() {
        return endpoint.state() == EndpointState.DEACTIVATED;
    }

    Ordering ordering() {
        return endpoint.settings().ordering();
    }

    /** Whether the store finds a row where a lane of this ordering looks for it. */
    boolean places(PendingDelivery row) {
        boolean knowsEntity = ordering() != Ordering.ENTITY || row.entityKey() != 0;
        return knowsEntity && places(row.id(), row.dueMs(), row.order());
    }

    boolean places(DeliveryId id, long dueMs, long order) {
        return order == (ordering() == Ordering.NONE ? dueMs : id.seq());
    }
}
