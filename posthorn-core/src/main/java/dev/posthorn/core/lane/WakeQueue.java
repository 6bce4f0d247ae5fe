package dev.posthorn.core.lane;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One timer per lane, and never more than one: setting it anew takes the old one out. */
final class WakeQueue {
    static final long NEVER = Long.MAX_VALUE;

    private final TreeSet<Lane> lanes =
            new TreeSet<>(
                    Comparator.comparingLong(Lane::wakeMs)
                            .thenComparingLong(lane -> lane.id().seq()));

    void set(Lane lane, long atMs) {
        if (atMs == lane.wakeMs()) {
            return;
        }
        lanes.remove(lane);
        lane.wakeAt(atMs);
        if (atMs != NEVER) {
            lanes.add(lane);
        }
    }

    /** A lane whose time has come; null when there is none. */
    @Nullable Lane due(long nowMs) {
        if (nextMs() > nowMs) {
            return null;
        }
        Lane first = lanes.pollFirst();
        if (first != null) {
            first.wakeAt(NEVER);
        }
        return first;
    }

    long nextMs() {
        return lanes.isEmpty() ? NEVER : lanes.getFirst().wakeMs();
    }
}
