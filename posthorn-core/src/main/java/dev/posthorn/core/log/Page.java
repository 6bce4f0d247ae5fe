package dev.posthorn.core.log;

import java.util.List;

/**
 * A part of a list. A filtered page may be short or even empty although {@code hasMore}: then
 * {@code nextAfter} is the position to continue from, 0 otherwise.
 *
 * @param total how many rows match in all, as far as counted
 * @param totalCapped counting stopped at {@link #MAX_TOTAL} or at its time limit
 */
public record Page<T>(
        List<T> rows, boolean hasMore, long nextAfter, int total, boolean totalCapped) {
    /** Counting stops here: beyond it a number helps nobody and costs too much. */
    public static final int MAX_TOTAL = 10_000;

    public Page {
        rows = List.copyOf(rows);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), false, 0, 0, false);
    }
}
