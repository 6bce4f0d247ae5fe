package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import java.util.List;
import java.util.random.RandomGenerator;

/** What happens to the node and its endpoints while there is trouble. */
final class SimulatedFaults {
    private static final List<Ordering> ORDERINGS = List.of(Ordering.values());

    private final SimulatedTime time;
    private final RandomGenerator random;
    private final SimulatedEndpoints endpoints;
    private final Promises promises;
    private final long lastsMs;

    SimulatedFaults(SimulatedWorld world, long lastsMs) {
        this.time = world.time;
        this.random = world.random;
        this.endpoints = world.endpoints;
        this.promises = world.promises;
        this.lastsMs = lastsMs;
    }

    void plan(Runnable die) {
        some(6, () -> time.after(random.nextLong(lastsMs), die));
        some(8, this::pause);
        some(4, () -> spell(EndpointState.INVALID));
        some(4, () -> spell(EndpointState.DEACTIVATED));
        some(4, this::reorder);
    }

    private void some(int most, Runnable fault) {
        for (int i = random.nextInt(most); i > 0; i--) {
            fault.run();
        }
    }

    private void pause() {
        EndpointId id = any();
        long at = random.nextLong(lastsMs);
        time.after(at, () -> endpoints.change(id, endpoint -> endpoint.paused(true)));
        time.after(
                at + random.nextLong(lastsMs / 4),
                () -> endpoints.change(id, endpoint -> endpoint.paused(false)));
    }

    private void spell(EndpointState state) {
        EndpointId id = any();
        long at = random.nextLong(lastsMs);
        time.after(at, () -> endpoints.change(id, endpoint -> endpoint.in(state)));
        time.after(
                at + random.nextLong(lastsMs / 4),
                () -> {
                    promises.checkDeactivated(id);
                    endpoints.change(id, endpoint -> endpoint.in(EndpointState.VALID));
                });
    }

    private void reorder() {
        EndpointId id = any();
        Ordering to = ORDERINGS.get(random.nextInt(ORDERINGS.size()));
        time.after(
                random.nextLong(lastsMs),
                () -> endpoints.change(id, endpoint -> endpoint.ordered(to)));
    }

    private EndpointId any() {
        return endpoints.ids().get(random.nextInt(endpoints.ids().size()));
    }
}
