package dev.posthorn.core.lane;

/**
 * Whether an endpoint answers at all. After a few failures in a row its lane probes with one
 * request at a growing pace and leaves the rest of its backlog untouched until an answer comes.
 */
final class Health {
    /** Fewer may be bad luck. */
    private static final int FAILURES_UNTIL_DOWN = 5;

    private static final long FIRST_PACE_MS = 1_000;
    private static final long LONGEST_PACE_MS = 10_000;

    private int failuresInARow;
    private boolean proven;
    private long paceMs;
    private long pacedSinceMs = Long.MIN_VALUE;
    private long resumeMs = Long.MIN_VALUE;

    boolean down() {
        return failuresInARow >= FAILURES_UNTIL_DOWN;
    }

    /** It has answered and is not down: it gets its guaranteed share of the slots. */
    boolean proven() {
        return proven && !down();
    }

    /** Nothing may leave before this, milliseconds since 1970. */
    long resumeMs() {
        return resumeMs;
    }

    /** A receiver answered, well or badly. Returns whether it had been down. */
    boolean answered() {
        boolean wasDown = down();
        failuresInARow = 0;
        paceMs = 0;
        proven = true;
        return wasDown;
    }

    /**
     * No answer, or one that says the receiver is overloaded, to a request of {@code startedMs}.
     */
    void failed(long startedMs, long nowMs) {
        failuresInARow++;
        if (!down() || startedMs < pacedSinceMs) {
            return;
        }
        paceMs = Math.min(LONGEST_PACE_MS, Math.max(FIRST_PACE_MS, paceMs * 2));
        pacedSinceMs = nowMs;
        pauseUntil(nowMs + paceMs);
    }

    void pauseUntil(long ms) {
        resumeMs = Math.max(resumeMs, ms);
    }
}
