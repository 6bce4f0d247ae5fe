package dev.posthorn.bench.wire;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen later on the loop. */
final class Alarms {
    private static final long NANOS_PER_MS = 1_000_000;

    private final PriorityQueue<Alarm> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::dueNanos));

    private record Alarm(long dueNanos, Runnable what) {}

    void set(long dueNanos, Runnable what) {
        waiting.add(new Alarm(dueNanos, what));
    }

    /** Runs what is due. */
    void ring(long nowNanos) {
        for (Alarm next = waiting.peek();
                next != null && next.dueNanos <= nowNanos;
                next = waiting.peek()) {
            waiting.remove();
            next.what.run();
        }
    }

    /** Milliseconds until the next, rounded up; at most {@code longestMs}. */
    long sleepMs(long nowNanos, long longestMs) {
        Alarm next = waiting.peek();
        if (next == null) {
            return longestMs;
        }
        long waitMs = Math.ceilDiv(next.dueNanos - nowNanos, NANOS_PER_MS);
        return Math.clamp(waitMs, 0, longestMs);
    }
}
