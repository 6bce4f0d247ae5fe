package dev.posthorn.core.statistics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Counts in memory. For many threads. */
public final class InMemoryStatisticsStore implements StatisticsStore {
    private final Map<Resolution, TreeMap<Long, Map<StatisticsSubject, Tally>>> slots =
            new TreeMap<>();

    @Override
    public synchronized void add(List<MinuteTally> counted, long nowMs) {
        for (Resolution resolution : Resolution.values()) {
            TreeMap<Long, Map<StatisticsSubject, Tally>> of =
                    slots.computeIfAbsent(resolution, _ -> new TreeMap<>());
            for (MinuteTally one : counted) {
                of.computeIfAbsent(
                                resolution.slotOfMinute(one.minute()),
                                _ -> new java.util.HashMap<>())
                        .computeIfAbsent(one.subject(), _ -> new Tally())
                        .add(one.tally());
            }
            of.headMap(resolution.firstKept(nowMs)).clear();
        }
    }

    @Override
    public synchronized List<SlotTally> read(
            StatisticsSubject subject, Resolution resolution, long first, long last) {
        var of = slots.getOrDefault(resolution, new TreeMap<>());
        return LongStream.rangeClosed(Math.max(first, last - 10_000), last)
                .filter(slot -> of.containsKey(slot) && of.get(slot).containsKey(subject))
                .mapToObj(slot -> new SlotTally(slot, copy(of.get(slot).get(subject))))
                .toList();
    }

    private static Tally copy(Tally tally) {
        Tally copy = new Tally();
        copy.add(tally);
        return copy;
    }
}
