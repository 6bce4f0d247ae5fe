package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;

/**
 * How a lane treats its deliveries, worked out once per revision of its endpoint.
 *
 * @param maxInFlight what its window may grow to
 */
record LaneRules(
        Endpoint endpoint,
        RequestRenderer renderer,
        RetrySchedule schedule,
        Duration timeout,
        int maxInFlight) {

    boolean sends() {
        return endpoint.sends();
    }

    Ordering ordering() {
        return endpoint.settings().ordering();
    }
}
