package dev.posthorn.server.engine;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/** Counts what happens and says how much of it there was per second lately. For many threads. */
public final class RateMeter {
    /** Long enough to be steady, short enough to show what is going on now. */
    private static final int SECONDS = 10;

    /** One slot for the running second beside those averaged over. */
    private static final int SLOTS = SECONDS + 1;

    private final LongSupplier clockMs;
    private final AtomicLongArray counts = new AtomicLongArray(SLOTS);
    private final AtomicLongArray seconds = new AtomicLongArray(SLOTS);

    public RateMeter(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    public void add(long count) {
        long second = clockMs.getAsLong() / 1000;
        int slot = (int) (second % SLOTS);
        if (seconds.getAndSet(slot, second) != second) {
            counts.set(slot, 0);
        }
        counts.addAndGet(slot, count);
    }

    /** Average over the last ten whole seconds. */
    public double perSecond() {
        long now = clockMs.getAsLong() / 1000;
        long sum = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            long age = now - seconds.get(slot);
            if (age >= 1 && age <= SECONDS) {
                sum += counts.get(slot);
            }
        }
        return (double) sum / SECONDS;
    }
}
