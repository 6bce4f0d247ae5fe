package dev.posthorn.core.health;

/**
 * An endpoint's failures since its last success; there is none while all is well.
 *
 * @param sinceMs the first failing attempt, milliseconds since 1970
 * @param lastMs the latest one
 * @param deliveries that failed for good
 * @param days of UTC on which deliveries failed for good
 * @param lastDay the latest of them, counted from 1970; -1 for none
 * @param told whether it was announced as failing
 */
public record FailureStreak(
        long sinceMs, long lastMs, int deliveries, int days, long lastDay, boolean told) {
    private static final long DAY_MS = 86_400_000;
    private static final int NO_DAY = -1;

    static FailureStreak begunAt(long ms) {
        return new FailureStreak(ms, ms, 0, 0, NO_DAY, false);
    }

    /** {@code forGood}: the delivery has no attempt left. */
    FailureStreak failed(long atMs, boolean forGood) {
        if (!forGood) {
            return new FailureStreak(sinceMs, atMs, deliveries, days, lastDay, told);
        }
        long day = Math.floorDiv(atMs, DAY_MS);
        return new FailureStreak(
                sinceMs, atMs, deliveries + 1, day == lastDay ? days : days + 1, day, told);
    }

    FailureStreak asTold() {
        return new FailureStreak(sinceMs, lastMs, deliveries, days, lastDay, true);
    }

    public long lengthMs() {
        return lastMs - sinceMs;
    }
}
