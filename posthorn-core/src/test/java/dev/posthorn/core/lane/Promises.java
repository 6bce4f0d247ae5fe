package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold after every step, whatever the world does. Kept by an observer outside. */
final class Promises {
    private final SimulatedWorld world;
    private final Set<Long> underWay = new HashSet<>();

    Promises(SimulatedWorld world) {
        this.world = world;
    }

    void attempt(EchoProfile.Sent sent) {
        long id = sent.eventSeq() + 1;
        SimulatedStore.Row row = world.store.rows.get(id);
        String what = "attempt " + sent.number() + " of " + id;
        require(row != null, what + " before its commit");
        require(row.pending(), what + " after it ended");
        require(row.now.attempts() + 1 == sent.number(), what + " after " + row.now.attempts());
        require(row.now.dueMs() <= world.time.nowMs(), what + " before it was due");
        require(!world.endpoints.get(sent.endpoint()).settings().paused(), what + " while paused");
        require(underWay.add(id), what + " while another is under way");
        order(row.now, what);
    }

    private void order(PendingDelivery delivery, String what) {
        Ordering ordering = world.endpoints.get(delivery.endpoint()).settings().ordering();
        if (ordering == Ordering.NONE) {
            return;
        }
        long earlier =
                world.store.rows.values().stream()
                        .filter(SimulatedStore.Row::pending)
                        .filter(row -> row.now.endpoint().equals(delivery.endpoint()))
                        .filter(row -> row.now.entityKey() == delivery.entityKey())
                        .filter(row -> row.now.order() < delivery.order())
                        .count();
        require(earlier == 0, what + " overtakes " + earlier);
    }

    void answered(EchoProfile.Sent sent, AttemptOutcome outcome) {
        underWay.remove(sent.eventSeq() + 1);
    }

    void nodeDied() {
        underWay.clear();
    }

    void check(Dispatcher dispatcher) {
        require(dispatcher.inFlight() <= 40, "more under way than allowed");
        Map<EndpointId, Long> counted =
                dispatcher.view().stream()
                        .collect(Collectors.toMap(LaneView::endpoint, LaneView::pending));
        counted.forEach((id, pending) -> require(pending >= 0, "lane " + id + " miscounts"));
    }

    boolean allArrived() {
        return world.store.rows.values().stream().noneMatch(SimulatedStore.Row::pending);
    }

    void checkAllArrived() {
        long left = world.store.rows.values().stream().filter(SimulatedStore.Row::pending).count();
        require(left == 0, left + " of " + world.store.rows.size() + " never arrived");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + ", at " + world.time.nowMs());
        }
    }
}
