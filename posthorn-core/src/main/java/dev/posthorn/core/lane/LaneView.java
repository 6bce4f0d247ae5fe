package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.EndpointId;
import org.jspecify.annotations.Nullable;

/**
 * One lane as the queue page shows it.
 *
 * @param pending deliveries not settled, in memory and in the store
 * @param inFlight requests under way or unsettled
 * @param nextDueMs when the next one is due; null when none waits for a time
 * @param lastError code or status of the last failure since it last succeeded
 */
public record LaneView(
        EndpointId endpoint,
        long pending,
        int inFlight,
        int window,
        @Nullable Long nextDueMs,
        @Nullable String lastError) {}
