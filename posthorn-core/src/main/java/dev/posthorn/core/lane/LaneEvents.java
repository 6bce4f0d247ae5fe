package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;

/** What the dispatcher notices that is not its own to decide. Calls must not block. */
public interface LaneEvents {
    /** The endpoint answered 410: it asks never to be sent to again. */
    void gone(EndpointId endpoint);

    /** A delivery is pending for an endpoint that is deactivated: it must not stay so. */
    void orphaned(PendingDelivery delivery);

    /**
     * A delivery was written with the sort key of an ordering its endpoint no longer has: the store
     * must sort its rows anew, and the dispatcher be told of a change then.
     */
    void misplaced(EndpointId endpoint);

    /** So many deliveries of an endpoint are not settled; told whenever its lane is looked at. */
    void pending(EndpointId endpoint, long deliveries);
}
