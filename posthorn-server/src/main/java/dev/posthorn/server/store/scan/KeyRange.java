package dev.posthorn.server.store.scan;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;

/** Sequence numbers from {@code low} to {@code high}, both included. */
public record KeyRange(long low, long high) {
    private static final long COUNTERS = (1L << Sequence.COUNTER_BITS) - 1;

    public static KeyRange of(TimeRange created) {
        return new KeyRange(
                Sequence.firstOf(created.fromMs()), Sequence.firstOf(created.toMs()) | COUNTERS);
    }

    /** What of it lies between the page's positions, neither of them included. */
    public KeyRange between(PageRequest page) {
        long from = page.ascending() ? page.after() : page.before();
        long to = page.ascending() ? page.before() : page.after();
        return and(from == 0 ? low : from + 1, to == 0 ? high : to - 1);
    }

    public KeyRange and(long atLeast, long atMost) {
        return new KeyRange(Math.max(low, atLeast), Math.min(high, atMost));
    }

    public boolean isEmpty() {
        return low > high;
    }
}
