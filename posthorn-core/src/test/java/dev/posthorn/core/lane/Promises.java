package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold after every step, whatever the world does. Kept by an observer outside. */
final class Promises {
    private final SimulatedWorld world;
    private final Set<Long> underWay = new HashSet<>();

    Promises(SimulatedWorld world) {
        this.world = world;
    }

    void attempt(EchoProfile.Sent sent) {
        long id = sent.eventSeq() + 1;
        EndpointId to = sent.endpoint();
        StoredRows.Row row = world.store.rows.row(id);
        require(row != null, sent, "before its commit");
        require(row.pending() || world.endpoints.isBeingDeactivated(to), sent, "after it ended");
        require(row.now().attempts() + 1 == sent.number(), sent, "out of turn");
        require(row.now().dueMs() <= world.time.nowMs(), sent, "before it was due");
        require(world.endpoints.maySend(to), sent, "to an endpoint that may not be sent to");
        require(underWay.add(id), sent, "while another is under way");
        require(!overtakes(row.now()), sent, "ahead of an earlier one");
    }

    /** Among deliveries accepted in the order the endpoint has. */
    private boolean overtakes(PendingDelivery delivery) {
        Ordering ordering = world.endpoints.ordering(delivery.endpoint());
        long sinceMs = world.endpoints.orderedSinceMs(delivery.endpoint());
        return ordering != Ordering.NONE
                && delivery.acceptedMs() > sinceMs
                && world.store.rows.before(delivery).stream()
                        .filter(row -> row.acceptedMs() > sinceMs)
                        .anyMatch(row -> row.entityKey() == delivery.entityKey());
    }

    void answered(EchoProfile.Sent sent, AttemptOutcome outcome) {
        underWay.remove(sent.eventSeq() + 1);
    }

    void nodeDied() {
        underWay.clear();
    }

    void check(Dispatcher dispatcher) {
        require(
                dispatcher.inFlight() <= SimulatedWorld.MAX_IN_FLIGHT,
                "more under way than allowed");
    }

    /** What was committed while the store cancelled everything is cancelled soon after. */
    void checkDeactivated(EndpointId id) {
        boolean left = world.store.rows.pendingCounts().containsKey(id);
        require(
                !left || !world.endpoints.isDeactivatedFor(id, 60_000),
                "a delivery stays pending for deactivated " + id);
    }

    boolean allArrived() {
        return world.store.rows.pending() == 0;
    }

    /** And the lanes know it. */
    void checkAllArrived(Dispatcher dispatcher) {
        if (!allArrived()) {
            fail(world.store.rows.pending() + " of " + world.store.rows.size() + " never arrived");
        }
        require(dispatcher.inFlight() == 0, "a slot was never given back");
        List<LaneView> miscounted =
                dispatcher.view().stream().filter(lane -> lane.pending() != 0).toList();
        require(miscounted.isEmpty(), "lanes miscount: " + miscounted);
    }

    private void require(boolean holds, EchoProfile.Sent attempt, String otherwise) {
        if (!holds) {
            fail(attempt + " " + otherwise);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            fail(otherwise);
        }
    }

    private void fail(String what) {
        throw new AssertionError(what + ", at " + world.time.nowMs());
    }
}
