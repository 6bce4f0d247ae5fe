package dev.posthorn.core.statistics;

import java.util.List;

/**
 * Counts of a subject over a range.
 *
 * @param fromMs where the first bucket begins, milliseconds since 1970
 * @param total over all buckets
 * @param buckets all of {@link StatisticsRange#buckets}, oldest first; the last one is running
 */
public record Statistics(StatisticsRange range, long fromMs, Tally total, List<Bucket> buckets) {
    public Statistics {
        buckets = List.copyOf(buckets);
    }

    /** {@code fromMs}: where it begins; its length is {@link StatisticsRange#bucketMs}. */
    public record Bucket(long fromMs, Tally tally) {}
}
