package dev.posthorn.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What has arrived and nobody has asked for yet. An arrival wakes those who wait for it. */
final class Arrivals {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Webhook> waiting = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    void add(Webhook webhook) {
        change(() -> waiting.add(webhook));
    }

    /** A request that did not verify, and why. */
    void refuse(String reason) {
        change(() -> refused.add(reason));
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the first that fits, as soon as there is one; empty when the time is up. */
    Optional<Webhook> take(Predicate<Webhook> wanted, Duration limit) {
        lock.lock();
        try {
            long left = limit.toNanos();
            Optional<Webhook> found = find(wanted);
            while (found.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                found = find(wanted);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a webhook", e);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Webhook> find(Predicate<Webhook> wanted) {
        Optional<Webhook> found = waiting.stream().filter(wanted).findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }

    List<Webhook> waiting() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** In words: what came instead. */
    String summary() {
        lock.lock();
        try {
            String others = waiting.isEmpty() ? "nothing" : "only " + waiting;
            return others + " came" + (refused.isEmpty() ? "" : "; refused: " + refused);
        } finally {
            lock.unlock();
        }
    }
}
