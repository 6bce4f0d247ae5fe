package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.dashboard.shown.EndpointNames;
import dev.posthorn.server.dashboard.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * One webhook something waits for.
 *
 * @param due of those waiting; {@link #MOST_DUE} stands for that and more
 * @param lastError code or status; empty for none
 * @param toggle address of the page with its deliveries shown, or not
 */
public record LaneRow(
        String webhook,
        String name,
        String state,
        long waiting,
        int due,
        int inFlight,
        int window,
        @Nullable Long nextDueMs,
        String lastError,
        boolean open,
        String toggle,
        Waiting deliveries) {
    /** Counting on would cost more than the number is worth. */
    static final int MOST_DUE = 1_000;

    static LaneRow of(LaneView lane, Endpoint endpoint, QueueFilter filter, Visit visit) {
        String id = visit.desk().ids().text(endpoint.id().seq());
        boolean open = id.equals(filter.webhook());
        String error = lane.lastError();
        return new LaneRow(
                id,
                EndpointNames.of(endpoint),
                QueueFilter.state(endpoint),
                lane.pending(),
                due(lane, visit),
                lane.inFlight(),
                lane.window(),
                lane.nextDueMs(),
                error == null ? "" : error,
                open,
                filter.opening(open ? "" : id).href(),
                open ? Waiting.of(endpoint.id(), filter, visit) : Waiting.NONE);
    }

    private static int due(LaneView lane, Visit visit) {
        Long next = lane.nextDueMs();
        boolean any = lane.pending() > 0 && (next == null || next <= visit.desk().nowMs());
        return any ? visit.desk().log().due(lane.endpoint(), MOST_DUE) : 0;
    }
}
