package dev.posthorn.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One thread that watches the sockets of the rig: publishers and receivers share it, since every
 * further thread would take its time from the program under test. Plain selectors, because they
 * cost a third less per message than an event loop library does.
 */
public final class Loop implements AutoCloseable {
    /** Longest sleep when nobody asks for less. */
    private static final long IDLE_MS = 100;

    private final Selector selector;
    private final Inbox inbox = new Inbox();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Alarms alarms = new Alarms();
    private final Thread thread;
    private Ticker ticker = _ -> IDLE_MS;
    private volatile boolean closed;

    /** The first fault of the rig itself: whatever is measured after it is worth nothing. */
    private volatile @Nullable RuntimeException fault;

    public Loop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector", e);
        }
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Called after every round of the loop. */
    public interface Ticker {
        /** Does what is due at {@code nowNanos} and says how long it may sleep, milliseconds. */
        long tick(long nowNanos);
    }

    /** A socket that the loop found ready. */
    interface Ready {
        void ready(SelectionKey key, Inbox inbox, long nowNanos);
    }

    /**
     * Runs {@code what} on the loop's thread and waits for its result; throws a fault of the rig.
     */
    public <T> T call(Callable<T> what) {
        CompletableFuture<T> result = new CompletableFuture<>();
        tasks.add(() -> complete(result, what));
        selector.wakeup();
        return result.join();
    }

    /** Replaces what runs after every round; only on the loop's thread. */
    public void onTick(Ticker next) {
        ticker = next;
    }

    /** Runs {@code what} at that moment, up to a millisecond late; only on the loop's thread. */
    public void at(long dueNanos, Runnable what) {
        alarms.set(dueNanos, what);
    }

    Selector selector() {
        return selector;
    }

    private void run() {
        long sleepMs = IDLE_MS;
        while (!closed) {
            try {
                select(sleepMs);
                long now = System.nanoTime();
                alarms.ring(now);
                sleepMs = alarms.sleepMs(now, ticker.tick(now));
            } catch (RuntimeException e) {
                fault = fault == null ? e : fault;
                sleepMs = IDLE_MS;
            }
            runTasks();
        }
        closeAll();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void select(long sleepMs) {
        try {
            if (sleepMs > 0) {
                selector.select(this::ready, sleepMs);
            } else {
                selector.selectNow(this::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the selector failed", e);
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Ready ready) {
            ready.ready(key, inbox, System.nanoTime());
        }
    }

    private void closeAll() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the sockets of the rig", e);
        }
    }

    private <T> void complete(CompletableFuture<T> result, Callable<T> what) {
        try {
            if (fault != null) {
                throw new IllegalStateException("the rig itself failed", fault);
            }
            result.complete(what.call());
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
