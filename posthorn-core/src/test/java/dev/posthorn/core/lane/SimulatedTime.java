package dev.posthorn.core.lane;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The only clock there is: nothing happens but what was planned, in order of time. */
final class SimulatedTime {
    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(
                    Comparator.comparingLong(Planned::atMs).thenComparingLong(Planned::number));
    private long nowMs = 1_700_000_000_000L;
    private long planned;

    long nowMs() {
        return nowMs;
    }

    void at(long ms, Runnable what) {
        plan.add(new Planned(Math.max(ms, nowMs), planned++, what));
    }

    void after(long ms, Runnable what) {
        at(nowMs + ms, what);
    }

    /** Runs the next thing planned; false when nothing is, up to and including {@code untilMs}. */
    boolean step(long untilMs) {
        Planned next = plan.peek();
        if (next == null || next.atMs > untilMs) {
            return false;
        }
        plan.remove();
        nowMs = next.atMs;
        next.what.run();
        return true;
    }

    private record Planned(long atMs, long number, Runnable what) {}
}
