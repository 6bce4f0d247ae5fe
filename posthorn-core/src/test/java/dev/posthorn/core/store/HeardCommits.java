package dev.posthorn.core.store;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Remembers commits and lets a test wait for them. */
public final class HeardCommits implements CommitListener {
    private static final long PATIENCE_MS = 20_000;

    private final List<DeliveryId> made = new ArrayList<>();
    private final List<Settlement> settled = new ArrayList<>();
    private final List<CommandAnswer> asked = new ArrayList<>();
    private int commits;

    @Override
    public synchronized void committed(List<PendingDelivery> made, List<Settlement> settled) {
        made.forEach(delivery -> this.made.add(delivery.id()));
        this.settled.addAll(settled);
        commits++;
        notifyAll();
    }

    public synchronized List<DeliveryId> made() {
        return List.copyOf(made);
    }

    @Override
    public synchronized void asked(List<CommandAnswer> answers) {
        asked.addAll(answers);
    }

    public synchronized List<CommandAnswer> asked() {
        return List.copyOf(asked);
    }

    public synchronized List<Settlement> settled() {
        return List.copyOf(settled);
    }

    public synchronized int commits() {
        return commits;
    }

    /** Returns when {@code count} settlements have been reported. */
    public void awaitSettled(int count) {
        await(heard -> heard.settled.size() >= count, count + " settlements");
    }

    private synchronized void await(Predicate<HeardCommits> met, String what) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!met.test(this)) {
            long leftMs = (end - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError("did not hear of " + what);
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }
}
