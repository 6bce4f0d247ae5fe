package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;

/** What the dispatcher notices that is not its own to decide. Calls must not block. */
public interface LaneEvents {
    /** The endpoint answered 410: it asks never to be sent to again. */
    void gone(EndpointId endpoint);

    /** A delivery was made for an endpoint that no longer takes any: it must not stay pending. */
    void orphaned(PendingDelivery delivery);
}
