package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import java.util.HashSet;
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
        StoredRows.Row row = world.store.rows.row(id);
        require(row != null, sent, "before its commit");
        require(row.pending(), sent, "after it ended");
        require(row.now().attempts() + 1 == sent.number(), sent, "out of turn");
        require(row.now().dueMs() <= world.time.nowMs(), sent, "before it was due");
        require(!world.endpoints.get(sent.endpoint()).settings().paused(), sent, "while paused");
        require(underWay.add(id), sent, "while another is under way");
        require(!overtakes(row.now()), sent, "ahead of an earlier one");
    }

    private boolean overtakes(PendingDelivery delivery) {
        Ordering ordering = world.endpoints.get(delivery.endpoint()).settings().ordering();
        return ordering != Ordering.NONE
                && world.store.rows.before(delivery).stream()
                        .anyMatch(row -> row.entityKey() == delivery.entityKey());
    }

    void answered(EchoProfile.Sent sent, AttemptOutcome outcome) {
        underWay.remove(sent.eventSeq() + 1);
    }

    void nodeDied() {
        underWay.clear();
    }

    void check(Dispatcher dispatcher) {
        require(dispatcher.inFlight() <= 40, "more under way than allowed");
        for (LaneView lane : dispatcher.view()) {
            require(lane.pending() >= 0, "a lane miscounts");
        }
    }

    boolean allArrived() {
        return world.store.rows.pending() == 0;
    }

    void checkAllArrived() {
        if (!allArrived()) {
            fail(world.store.rows.pending() + " of " + world.store.rows.size() + " never arrived");
        }
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
