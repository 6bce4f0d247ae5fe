package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.StoreUnavailableException;
import dev.posthorn.server.store.commit.Answers;
import dev.posthorn.server.store.commit.WriterLimits;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the next commit. Any thread puts in, the writer alone takes out; putting in wakes
 * the writer if it sleeps and costs no lock if it does not.
 */
public final class Inbox {
    private static final String CLOSED = "the store is closed";

    private final Queue<Work> configuration = new ConcurrentLinkedQueue<>();
    private final Queue<Settlement> settlements = new ConcurrentLinkedQueue<>();
    private final Queue<Waiting> acceptances = new ConcurrentLinkedQueue<>();
    private final AtomicLong acceptanceBytes = new AtomicLong();
    private final WriterLimits limits;
    private final InstantSource clock;
    private volatile @Nullable Thread sleeper;
    private volatile boolean closing;
    private volatile boolean closed;

    public Inbox(WriterLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Waiting(Acceptance acceptance, long sinceMs) {}

    /** As {@link dev.posthorn.core.store.Journal#accept}. */
    public boolean offer(Acceptance acceptance) {
        long nowMs = clock.millis();
        if (closing || isOverBudget(acceptance, nowMs)) {
            return false;
        }
        acceptanceBytes.addAndGet(acceptance.bytes());
        acceptances.add(new Waiting(acceptance, nowMs));
        wake();
        return true;
    }

    private boolean isOverBudget(Acceptance next, long nowMs) {
        Waiting oldest = acceptances.peek();
        return oldest != null
                && (acceptanceBytes.get() + next.bytes() > limits.queueBytes()
                        || nowMs - oldest.sinceMs > limits.queueMs());
    }

    /** What is put in after the end is lost: as after a crash, the attempt is made again. */
    public void put(Settlement settlement) {
        settlements.add(settlement);
        wake();
    }

    public void put(Work work) {
        configuration.add(work);
        wake();
    }

    @Nullable Work nextConfiguration() {
        return configuration.poll();
    }

    void takeSettlements(Consumer<Settlement> to) {
        for (Settlement next = settlements.poll(); next != null; next = settlements.poll()) {
            to.accept(next);
        }
    }

    @Nullable Acceptance nextAcceptance() {
        Waiting next = acceptances.poll();
        if (next == null) {
            return null;
        }
        acceptanceBytes.addAndGet(-next.acceptance.bytes());
        return next.acceptance;
    }

    boolean isEmpty() {
        return configuration.isEmpty() && settlements.isEmpty() && acceptances.isEmpty();
    }

    /** Refuses acceptances from now on and lets the writer finish what waits. */
    public void close() {
        closing = true;
        LockSupport.unpark(sleeper);
    }

    boolean isClosing() {
        return closing;
    }

    /** The writer's last word: who still waits is told so, also who comes in later. */
    void finish() {
        closed = true;
        failAll();
    }

    private void failAll() {
        for (Work next = nextConfiguration(); next != null; next = nextConfiguration()) {
            next.failed(new StoreUnavailableException(CLOSED, null));
        }
        for (Acceptance next = nextAcceptance(); next != null; next = nextAcceptance()) {
            Answers.give(next, new AcceptOutcome.Failed(CLOSED));
        }
    }

    private void wake() {
        Thread asleep = sleeper;
        if (asleep != null) {
            LockSupport.unpark(asleep);
        }
        if (closed) {
            failAll();
        }
    }

    /** Returns when something waits, after {@code withinMs}, or earlier. Writer only. */
    void await(long withinMs) {
        sleeper = Thread.currentThread();
        if (isEmpty() && !closing) {
            LockSupport.parkNanos(this, withinMs * 1_000_000);
        }
        sleeper = null;
    }

    /** Returns after {@code ms} or when the end is asked for, whatever waits. Writer only. */
    void pause(long ms) {
        sleeper = null;
        for (long left = ms; left > 0 && !closing; left -= 10) {
            LockSupport.parkNanos(this, 10_000_000);
        }
    }
}
