package dev.posthorn.server.health;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.StatisticsStore;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Writes what was seen in slices, so that no commit carries more than some milliseconds of it. What
 * could not be written is written again; what a crash leaves unwritten is lost, since the
 * deliveries themselves are the truth. For one thread.
 */
final class ObservationWriter {
    /** Some 5 ms of a commit: each is found and written in three resolutions. */
    private static final int TALLIES_PER_SLICE = 128;

    private static final int HEALTHS_PER_SLICE = 512;

    private final StatisticsStore statistics;
    private final HealthStore healths;
    private final Deque<MinuteTally> tallies = new ArrayDeque<>();
    private final Deque<EndpointHealth> changed = new ArrayDeque<>();

    ObservationWriter(StatisticsStore statistics, HealthStore healths) {
        this.statistics = statistics;
        this.healths = healths;
    }

    boolean isEmpty() {
        return tallies.isEmpty() && changed.isEmpty();
    }

    void add(Collection<MinuteTally> counted, Collection<EndpointHealth> troubles) {
        tallies.addAll(counted);
        changed.addAll(troubles);
    }

    /** Writes a slice of each; throws when the store cannot be written, and keeps the slice. */
    void write(long nowMs) {
        List<MinuteTally> counted = first(tallies, TALLIES_PER_SLICE);
        if (!counted.isEmpty()) {
            statistics.add(counted, nowMs);
            drop(tallies, counted.size());
        }
        List<EndpointHealth> troubles = first(changed, HEALTHS_PER_SLICE);
        if (!troubles.isEmpty()) {
            healths.save(troubles);
            drop(changed, troubles.size());
        }
    }

    private static <T> List<T> first(Deque<T> of, int most) {
        return of.stream().limit(most).toList();
    }

    private static void drop(Deque<?> from, int count) {
        for (int i = 0; i < count; i++) {
            from.remove();
        }
    }
}
