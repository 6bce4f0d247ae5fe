package dev.posthorn.core.statistics;

import java.time.Duration;

/**
 * How finely counts are kept, and for how long. A slot is a span of time of this length, numbered
 * from 1970.
 */
public enum Resolution {
    /** For the last hour; kept twice as long, so that a chart never starts with a gap. */
    MINUTE(1, Duration.ofHours(2)),
    /** For the last day. */
    QUARTER(15, Duration.ofHours(25)),
    /** For the last week and month. A busy endpoint has 744 of these rows, some 40 bytes each. */
    HOUR(60, Duration.ofDays(31));

    private static final long MINUTE_MS = 60_000;

    private final int minutes;
    private final Duration kept;

    Resolution(int minutes, Duration kept) {
        this.minutes = minutes;
        this.kept = kept;
    }

    public int minutes() {
        return minutes;
    }

    public long slotMs() {
        return minutes * MINUTE_MS;
    }

    public long slotOf(long ms) {
        return Math.floorDiv(ms, slotMs());
    }

    /** {@code minute}: slot of {@link #MINUTE}. */
    public long slotOfMinute(long minute) {
        return Math.floorDiv(minute, minutes);
    }

    /** Slots before this one may be forgotten. */
    public long firstKept(long nowMs) {
        return slotOf(nowMs - kept.toMillis());
    }
}
