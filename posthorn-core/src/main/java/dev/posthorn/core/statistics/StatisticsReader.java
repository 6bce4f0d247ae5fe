package dev.posthorn.core.statistics;

import dev.posthorn.core.statistics.Statistics.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers what charts and the API ask for. What happened within the last seconds may not be in
 * there yet. Blocks while it reads; used by many threads.
 */
public final class StatisticsReader {
    /** Hours a sparkline shows. */
    public static final int SPARKLINE_HOURS = 24;

    private final StatisticsStore store;

    public StatisticsReader(StatisticsStore store) {
        this.store = store;
    }

    public Statistics read(StatisticsSubject subject, StatisticsRange range, long nowMs) {
        Resolution resolution = range.resolution();
        long first = range.firstSlot(nowMs);
        List<Tally> sums = zeros(range.buckets());
        Tally total = new Tally();
        for (SlotTally slot : store.read(subject, resolution, first, resolution.slotOf(nowMs))) {
            int bucket = Math.toIntExact((slot.slot() - first) / range.slotsPerBucket());
            sums.get(bucket).add(slot.tally());
            total.add(slot.tally());
        }
        long fromMs = first * resolution.slotMs();
        List<Bucket> buckets = new ArrayList<>(sums.size());
        for (int i = 0; i < sums.size(); i++) {
            buckets.add(new Bucket(fromMs + i * range.bucketMs(), sums.get(i)));
        }
        return new Statistics(range, fromMs, total, buckets);
    }

    /** One tally for each of the last {@link #SPARKLINE_HOURS}, oldest first, this hour last. */
    public List<Tally> sparkline(StatisticsSubject subject, long nowMs) {
        long last = Resolution.HOUR.slotOf(nowMs);
        long first = last - SPARKLINE_HOURS + 1;
        List<Tally> hours = zeros(SPARKLINE_HOURS);
        for (SlotTally slot : store.read(subject, Resolution.HOUR, first, last)) {
            hours.get(Math.toIntExact(slot.slot() - first)).add(slot.tally());
        }
        return hours;
    }

    /** Of this minute and the one before: what changes it is new. */
    public Tally lately(StatisticsSubject subject, long nowMs) {
        long last = Resolution.MINUTE.slotOf(nowMs);
        Tally sum = new Tally();
        store.read(subject, Resolution.MINUTE, last - 1, last)
                .forEach(slot -> sum.add(slot.tally()));
        return sum;
    }

    private static List<Tally> zeros(int count) {
        return IntStream.range(0, count).mapToObj(_ -> new Tally()).toList();
    }
}
