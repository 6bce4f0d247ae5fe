package dev.posthorn.core.statistics;

import java.util.List;

/** Keeps counts in every {@link Resolution}, each for as long as that one says. */
public interface StatisticsStore {
    /**
     * Adds to what is stored, all of it or nothing, and forgets some of what is too old. Blocks
     * until it is durable; throws when it is not.
     *
     * @param nowMs tells what is too old
     */
    void add(List<MinuteTally> counted, long nowMs);

    /**
     * The slots from {@code first} to {@code last}, both included, that have counts; oldest first.
     */
    List<SlotTally> read(StatisticsSubject subject, Resolution resolution, long first, long last);
}
