package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.OutgoingRequest;

/**
 * A request under way.
 *
 * @param event of the delivery, which may not keep it itself
 * @param rules those it left under; the lane may follow others by the time it is answered
 * @param startedMs when it left, milliseconds since 1970
 */
record Sent(
        PendingDelivery delivery,
        Event event,
        OutgoingRequest request,
        LaneRules rules,
        long startedMs) {}
