package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints as they are changed in earnest: one change after another, written, then known to
 * whoever publishes, then told to the dispatcher. Each step takes a while, and the node may die in
 * between.
 */
final class SimulatedEndpoints {
    private static final RetrySchedule MANY_SOON =
            new RetrySchedule.Exponential(
                    Duration.ofSeconds(2), 2, Duration.ofMinutes(2), 1000, 0.1);

    /** What changes about an endpoint. */
    record Shape(
            EndpointId id,
            Ordering ordering,
            @Nullable Double perSecond,
            boolean paused,
            EndpointState state) {
        Shape ordered(Ordering by) {
            return new Shape(id, by, perSecond, paused, state);
        }

        Shape paused(boolean held) {
            return new Shape(id, ordering, perSecond, held, state);
        }

        Shape in(EndpointState other) {
            return new Shape(id, ordering, perSecond, paused, other);
        }

        boolean sends() {
            return state == EndpointState.VALID && !paused;
        }

        Endpoint endpoint() {
            return SampleEndpoint.endpoint(id.seq())
                    .of(id.seq() % 2)
                    .ordered(ordering)
                    .perSecond(perSecond)
                    .retrying(MANY_SOON)
                    .paused(paused)
                    .in(state)
                    .build();
        }
    }

    private record Change(EndpointId id, UnaryOperator<Shape> step, boolean sorts) {}

    private final SimulatedTime time;
    private final RandomGenerator random;
    private final SimulatedStore store;
    private final Map<EndpointId, Shape> stored = new HashMap<>();
    private final Map<EndpointId, Shape> known = new HashMap<>();
    private final Map<EndpointId, Shape> told = new HashMap<>();
    private final Map<EndpointId, Long> orderedSinceMs = new HashMap<>();
    private final Map<EndpointId, Long> inStateSinceMs = new HashMap<>();
    private final ArrayDeque<Change> waiting = new ArrayDeque<>();
    private boolean changing;
    private int life;

    /** Hears of each change while the node lives. */
    Consumer<Endpoint> listener = _ -> {};

    SimulatedEndpoints(SimulatedTime time, RandomGenerator random, SimulatedStore store) {
        this.time = time;
        this.random = random;
        this.store = store;
    }

    void add(Shape shape) {
        stored.put(shape.id(), shape);
        known.put(shape.id(), shape);
        told.put(shape.id(), shape);
        orderedSinceMs.put(shape.id(), 0L);
        inStateSinceMs.put(shape.id(), 0L);
    }

    List<EndpointId> ids() {
        return List.copyOf(stored.keySet());
    }

    Shape known(EndpointId id) {
        return known.get(id);
    }

    Optional<Endpoint> endpoint(EndpointId id) {
        return Optional.of(known.get(id).endpoint());
    }

    /** False once everyone has heard that nothing may be sent. */
    boolean maySend(EndpointId id) {
        return known.get(id).sends() || told.get(id).sends();
    }

    /** Whether it was deactivated and not everyone has heard of it yet. */
    boolean isBeingDeactivated(EndpointId id) {
        return stored.get(id).state() == EndpointState.DEACTIVATED
                && told.get(id).state() != EndpointState.DEACTIVATED;
    }

    Ordering ordering(EndpointId id) {
        return told.get(id).ordering();
    }

    /** Rows accepted later than this are in the order the endpoint has. */
    long orderedSinceMs(EndpointId id) {
        boolean agreed =
                stored.get(id).ordering() == known.get(id).ordering()
                        && known.get(id).ordering() == told.get(id).ordering();
        return agreed ? orderedSinceMs.get(id) : Long.MAX_VALUE;
    }

    /** Whether it has been deactivated for so long, as far as this node knows. */
    boolean isDeactivatedFor(EndpointId id, long ms) {
        return told.get(id).state() == EndpointState.DEACTIVATED
                && inStateSinceMs.get(id) + ms <= time.nowMs();
    }

    void change(EndpointId id, UnaryOperator<Shape> step) {
        waiting.add(new Change(id, step, false));
        next();
    }

    /** Its rows get the sort keys of its ordering, and the dispatcher hears of it. */
    void sortAgain(EndpointId id) {
        waiting.add(new Change(id, same -> same, true));
        next();
    }

    /** A new node reads what is stored. */
    void nodeDied() {
        life++;
        changing = false;
        waiting.clear();
        known.putAll(stored);
        told.putAll(stored);
        orderedSinceMs.replaceAll((_, _) -> time.nowMs());
        inStateSinceMs.replaceAll((_, _) -> time.nowMs());
    }

    private void next() {
        if (changing || waiting.isEmpty()) {
            return;
        }
        changing = true;
        Change change = waiting.remove();
        Shape before = known.get(change.id());
        Shape after = change.step().apply(before);
        store.configure(
                () -> write(before, after, change.sorts()),
                written -> {
                    if (written) {
                        later(() -> learn(after));
                    } else {
                        done();
                    }
                });
    }

    private void write(Shape before, Shape after, boolean sorts) {
        stored.put(after.id(), after);
        if (after.state() == EndpointState.DEACTIVATED && before.state() != after.state()) {
            store.rows.cancelAll(after.id(), time.nowMs());
        }
        if (sorts || before.ordering() != after.ordering()) {
            store.rows.sort(after.id(), after.ordering());
        }
    }

    private void learn(Shape after) {
        known.put(after.id(), after);
        later(() -> tell(after));
    }

    private void tell(Shape after) {
        Shape before = told.put(after.id(), after);
        if (before.ordering() != after.ordering()) {
            orderedSinceMs.put(after.id(), time.nowMs());
        }
        if (before.state() != after.state()) {
            inStateSinceMs.put(after.id(), time.nowMs());
        }
        listener.accept(after.endpoint());
        done();
    }

    private void done() {
        changing = false;
        next();
    }

    private void later(Runnable what) {
        int asked = life;
        time.after(
                random.nextInt(0, 30),
                () -> {
                    if (asked == life) {
                        what.run();
                    }
                });
    }
}
