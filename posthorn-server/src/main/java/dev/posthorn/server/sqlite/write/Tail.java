package dev.posthorn.server.sqlite.write;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Index entries that wait to be written, grouped by owner. */
final class Tail {
    private final Map<Long, Rows> byOwner = new HashMap<>();
    private int size;
    private long greatest;
    private long sinceMs;

    void add(long owner, long row, long nowMs) {
        if (size++ == 0) {
            sinceMs = nowMs;
        }
        greatest = Math.max(greatest, row);
        byOwner.computeIfAbsent(owner, _ -> new Rows()).add(row);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The greatest row number, 0 when empty. */
    long greatest() {
        return greatest;
    }

    /** When the oldest entry came in. */
    long sinceMs() {
        return sinceMs;
    }

    long[] owners() {
        long[] owners = byOwner.keySet().stream().mapToLong(owner -> owner).toArray();
        Arrays.sort(owners);
        return owners;
    }

    long[] rows(long owner) {
        return byOwner.getOrDefault(owner, Rows.NONE).toArray();
    }

    private static final class Rows {
        private static final Rows NONE = new Rows();

        private long[] rows = new long[4];
        private int count;

        void add(long row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
        }

        /** Ascending but for what came in out of order, which the index does not mind. */
        long[] toArray() {
            return Arrays.copyOf(rows, count);
        }
    }
}
