package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.shard.ShardId;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Journal;
import dev.posthorn.server.store.commit.Answers;
import dev.posthorn.server.store.commit.WriterLimits;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the next commits: acceptances, taken by whichever writer is free, and settlements,
 * those of a shard always by the same one. Any thread puts in.
 */
public final class Intake implements Journal {
    private static final String CLOSED = "the store is closed";

    private final Queue<Waiting> acceptances = new ConcurrentLinkedQueue<>();
    private final AtomicLong acceptanceBytes = new AtomicLong();
    private final List<Tray> trays = new ArrayList<>();
    private final WriterLimits limits;
    private final InstantSource clock;
    private volatile boolean closing;

    public Intake(int writers, WriterLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        for (int i = 0; i < writers; i++) {
            trays.add(new Tray(this));
        }
    }

    private record Waiting(Acceptance acceptance, long sinceMs) {}

    @Override
    public boolean accept(Acceptance acceptance) {
        long nowMs = clock.millis();
        if (closing || isOverBudget(acceptance, nowMs)) {
            return false;
        }
        acceptanceBytes.addAndGet(acceptance.bytes());
        acceptances.add(new Waiting(acceptance, nowMs));
        wakeOne();
        return true;
    }

    private boolean isOverBudget(Acceptance next, long nowMs) {
        Waiting oldest = acceptances.peek();
        return oldest != null
                && (acceptanceBytes.get() + next.bytes() > limits.queueBytes()
                        || nowMs - oldest.sinceMs > limits.queueMs());
    }

    private void wakeOne() {
        for (Tray tray : trays) {
            if (tray.wake()) {
                return;
            }
        }
        if (closing) {
            refuseAcceptances();
        }
    }

    /** What is put in after the end is lost: as after a crash, the attempt is made again. */
    @Override
    public void settle(Settlement settlement) {
        tray(settlement.endpoint()).put(settlement);
    }

    private Tray tray(EndpointId endpoint) {
        return trays.get(ShardId.of(endpoint).number() % trays.size());
    }

    /** One per writer. */
    List<Tray> trays() {
        return trays;
    }

    boolean hasAcceptances() {
        return !acceptances.isEmpty();
    }

    @Nullable Acceptance nextAcceptance() {
        Waiting next = acceptances.poll();
        if (next == null) {
            return null;
        }
        acceptanceBytes.addAndGet(-next.acceptance.bytes());
        return next.acceptance;
    }

    /** Refuses acceptances from now on and lets the writers finish what waits. */
    void close() {
        closing = true;
        trays.forEach(Tray::wake);
    }

    boolean isClosing() {
        return closing;
    }

    /** The writers' last word. */
    void refuseAcceptances() {
        for (Acceptance next = nextAcceptance(); next != null; next = nextAcceptance()) {
            Answers.give(next, new AcceptOutcome.Failed(CLOSED));
        }
    }
}
