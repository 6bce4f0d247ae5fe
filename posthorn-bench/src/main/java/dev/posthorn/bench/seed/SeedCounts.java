package dev.posthorn.bench.seed;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.statistics.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts as the server does, by the minute over the last day. Before it by the hour: rows of
 * minutes are gone by then, and the hour's are the same.
 */
final class SeedCounts {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MINUTES = 60;
    private static final long EXACT_MS = 86_400_000;

    private final StatisticsStore store;
    private final long endMs;
    private final Map<Long, Map<StatisticsSubject, Tally>> minutes = new HashMap<>();

    SeedCounts(StatisticsStore store, long endMs) {
        this.store = store;
        this.endMs = endMs;
    }

    void add(SeedOwner owner, Settlement settled) {
        long atMs = settled.attempt() == null ? endMs : settled.attempt().startedMs();
        long minute = atMs / MINUTE_MS;
        long slot = atMs > endMs - EXACT_MS ? minute : minute - minute % HOUR_MINUTES;
        Map<StatisticsSubject, Tally> tallies = minutes.computeIfAbsent(slot, _ -> new HashMap<>());
        for (StatisticsSubject subject :
                List.of(
                        StatisticsSubject.ALL,
                        StatisticsSubject.of(owner.id()),
                        StatisticsSubject.of(settled.endpoint()))) {
            tallies.computeIfAbsent(subject, _ -> new Tally()).add(settled);
        }
    }

    /** Writes what was counted before the hour of {@code nowMs}. */
    void store(long nowMs) {
        long before = nowMs / MINUTE_MS / HOUR_MINUTES * HOUR_MINUTES;
        List<Long> done = minutes.keySet().stream().filter(at -> at < before).sorted().toList();
        List<MinuteTally> counted = new ArrayList<>();
        for (long minute : done) {
            Map<StatisticsSubject, Tally> tallies = minutes.getOrDefault(minute, Map.of());
            tallies.forEach(
                    (subject, tally) -> counted.add(new MinuteTally(subject, minute, tally)));
            minutes.remove(minute);
        }
        if (!counted.isEmpty()) {
            store.add(counted, nowMs);
        }
    }
}
