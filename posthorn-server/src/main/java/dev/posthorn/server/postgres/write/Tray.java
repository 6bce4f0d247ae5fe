package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one writer alone, and where it sleeps. Any thread puts in, the writer alone takes
 * out; waking a writer that does not sleep costs no lock.
 */
final class Tray {
    private final Intake intake;
    private final Queue<Settlement> settlements = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread sleeper;

    Tray(Intake intake) {
        this.intake = intake;
    }

    void put(Settlement settlement) {
        settlements.add(settlement);
        wake();
    }

    /** Whether the writer slept. */
    boolean wake() {
        Thread asleep = sleeper;
        if (asleep == null) {
            return false;
        }
        sleeper = null;
        LockSupport.unpark(asleep);
        return true;
    }

    List<Settlement> takeSettlements() {
        List<Settlement> taken = new ArrayList<>();
        for (Settlement next = settlements.poll(); next != null; next = settlements.poll()) {
            taken.add(next);
        }
        return taken;
    }

    boolean isEmpty() {
        return settlements.isEmpty() && !intake.hasAcceptances();
    }

    /** Returns when something waits, after {@code withinMs}, or earlier. Writer only. */
    void await(long withinMs) {
        sleeper = Thread.currentThread();
        if (isEmpty() && !intake.isClosing()) {
            LockSupport.parkNanos(this, withinMs * 1_000_000);
        }
        sleeper = null;
    }

    /** Returns after {@code ms} or when the end is asked for, whatever waits. Writer only. */
    void pause(long ms) {
        for (long left = ms; left > 0 && !intake.isClosing(); left -= 10) {
            LockSupport.parkNanos(this, 10_000_000);
        }
    }
}
