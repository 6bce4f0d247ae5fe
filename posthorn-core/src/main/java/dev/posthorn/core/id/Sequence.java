package dev.posthorn.core.id;

/**
 * Draws the numbers every stored thing is known by: 48 bits of milliseconds, then a 15-bit counter,
 * so that numbers rise with time and a range of time is a range of numbers.
 *
 * <p>Never hands out a number twice or below one already stored, whatever the clock does: when the
 * clock stands still or goes back it counts on from the last number. Safe for use by many threads.
 */
public final class Sequence {
    /** Room for 32,768 numbers in each millisecond; more are borrowed from the next one. */
    public static final int COUNTER_BITS = 15;

    private long last;

    /** Starts above {@code greatestStored}, 0 for an empty store. */
    public Sequence(long greatestStored) {
        this.last = greatestStored;
    }

    /** The first of {@code count} consecutive numbers that are the caller's own. */
    public synchronized long next(int count, long nowMs) {
        long first = Math.max(firstOf(nowMs), last + 1);
        last = first + count - 1;
        return first;
    }

    /** The smallest number of the given millisecond since 1970. */
    public static long firstOf(long ms) {
        return ms << COUNTER_BITS;
    }

    /** The millisecond since 1970 a number was drawn in. */
    public static long millisOf(long seq) {
        return seq >>> COUNTER_BITS;
    }
}
