package dev.posthorn.core.lane;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One timer per lane. An entry made void by a later one stays until its time and is passed over.
 */
final class WakeQueue {
    static final long NEVER = Long.MAX_VALUE;

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atMs));

    void set(Lane lane, long atMs) {
        if (atMs == lane.wakeMs()) {
            return;
        }
        lane.wakeAt(atMs);
        if (atMs != NEVER) {
            entries.add(new Entry(lane, atMs));
        }
    }

    /** A lane whose time has come; null when there is none. */
    @Nullable Lane due(long nowMs) {
        for (Entry first = entries.peek(); first != null; first = entries.peek()) {
            boolean valid = first.lane.wakeMs() == first.atMs;
            if (valid && first.atMs > nowMs) {
                return null;
            }
            entries.remove();
            if (valid) {
                first.lane.wakeAt(NEVER);
                return first.lane;
            }
        }
        return null;
    }

    long nextMs() {
        Entry first = entries.peek();
        return first == null ? NEVER : first.atMs;
    }

    private record Entry(Lane lane, long atMs) {}
}
