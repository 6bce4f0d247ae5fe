package dev.posthorn.server.sender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells exchanges that their time is up, to the nearest 10 ms and never early. A wheel: setting and
 * dropping a deadline costs a few writes and no garbage, since nearly every one is dropped. Belongs
 * to one loop, which calls {@link #advance} about every {@link #TICK}.
 */
final class Deadlines {
    static final Duration TICK = Duration.ofMillis(10);

    private static final long TICK_NANOS = TICK.toNanos();

    /** A turn takes 20 s: most deadlines are reached within one. A power of two, for the mask. */
    private static final int SLOTS = 2048;

    private final @Nullable Deadline[] slots = new @Nullable Deadline[SLOTS];
    private final List<Deadline> due = new ArrayList<>();
    private final long originNanos;
    private long reached;
    private int armed;

    Deadlines(long nowNanos) {
        this.originNanos = nowNanos;
    }

    int armed() {
        return armed;
    }

    /** {@code deadline} expires {@code after} from now, unless dropped before. */
    void arm(Deadline deadline, long nowNanos, Duration after) {
        long elapsed = nowNanos - originNanos + after.toNanos();
        deadline.tick = Math.max(elapsed / TICK_NANOS + 1, reached + 1);
        int slot = slot(deadline.tick);
        Deadline first = slots[slot];
        deadline.previous = null;
        deadline.next = first;
        if (first != null) {
            first.previous = deadline;
        }
        slots[slot] = deadline;
        deadline.armed = true;
        armed++;
    }

    /** Does nothing for one that expired or was dropped. */
    void drop(Deadline deadline) {
        if (!deadline.armed) {
            return;
        }
        unlink(deadline);
        deadline.armed = false;
        armed--;
    }

    /** Lets expire what is due. What expires may arm and drop others. */
    void advance(long nowNanos) {
        long now = (nowNanos - originNanos) / TICK_NANOS;
        if (armed == 0) {
            reached = now;
        }
        while (reached < now) {
            reached++;
            expire(slot(reached));
        }
    }

    private void expire(int slot) {
        for (Deadline each = slots[slot]; each != null; each = each.next) {
            if (each.tick <= reached) {
                due.add(each);
            }
        }
        for (Deadline each : due) {
            // One that expired before may have dropped this one, or even set it anew.
            if (each.armed && each.tick <= reached) {
                drop(each);
                each.expired();
            }
        }
        due.clear();
    }

    private void unlink(Deadline deadline) {
        if (deadline.previous == null) {
            slots[slot(deadline.tick)] = deadline.next;
        } else {
            deadline.previous.next = deadline.next;
        }
        if (deadline.next != null) {
            deadline.next.previous = deadline.previous;
        }
        deadline.previous = null;
        deadline.next = null;
    }

    private static int slot(long tick) {
        return (int) (tick & (SLOTS - 1));
    }

    /** Something with a time limit; linked into the wheel by itself. */
    abstract static class Deadline {
        private @Nullable Deadline previous;
        private @Nullable Deadline next;
        private long tick;
        private boolean armed;

        abstract void expired();
    }
}
