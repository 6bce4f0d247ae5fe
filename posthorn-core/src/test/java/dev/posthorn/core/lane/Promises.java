package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.routing.FullEndpoints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold after every step, whatever the world does. Kept by an observer outside. */
final class Promises {
    private final SimulatedWorld world;
    private final Set<Long> underWay = new HashSet<>();
    private final Map<Long, Reopened> reopened = new HashMap<>();
    private final Map<Long, Integer> cancelled = new HashMap<>();

    private record Reopened(int round, long heardMs) {}

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
        require(!isCancelled(row.now()), sent, "after its lane heard that it is cancelled");
        require(underWay.add(id), sent, "while another is under way");
        require(!overtakes(row.now()), sent, "ahead of an earlier one");
    }

    void heard(List<CommandAnswer> answers) {
        for (CommandAnswer answer : answers) {
            if (answer instanceof CommandAnswer.CancelAsked asked) {
                cancelled.put(asked.delivery().seq(), asked.round());
            } else if (answer instanceof CommandAnswer.Reopened(var delivery)) {
                reopened.put(delivery.id().seq(), new Reopened(delivery.round(), now()));
            }
        }
    }

    /** One sent again goes first, but for what was being loaded when its lane heard of it. */
    private boolean isKnownForLong(PendingDelivery delivery) {
        if (delivery.round() == 0) {
            return true;
        }
        Reopened known = reopened.get(delivery.id().seq());
        return known != null
                && known.round == delivery.round()
                && known.heardMs + SimulatedStore.SLOWEST_READ_MS < now();
    }

    private long now() {
        return world.time.nowMs();
    }

    private boolean isCancelled(PendingDelivery delivery) {
        Integer round = cancelled.get(delivery.id().seq());
        return round != null && round == delivery.round();
    }

    /** Among deliveries accepted in the order the endpoint has. */
    private boolean overtakes(PendingDelivery delivery) {
        Ordering ordering = world.endpoints.ordering(delivery.endpoint());
        long sinceMs = world.endpoints.orderedSinceMs(delivery.endpoint());
        return ordering != Ordering.NONE
                && delivery.acceptedMs() > sinceMs
                && world.store.rows.before(delivery).stream()
                        .filter(row -> row.acceptedMs() > sinceMs)
                        .filter(row -> !world.store.rows.isCancelAsked(row))
                        .filter(this::isKnownForLong)
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
        require(world.store.rows.openCancels().isEmpty(), "a cancel was never carried out");
        require(miscounted.isEmpty(), "lanes miscount: " + miscounted);
    }

    /** Nothing is pending: who is still taken for full would miss events for ever. */
    void checkNoneIsFull(FullEndpoints full) {
        require(full.none(), "an endpoint without anything pending is full");
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
