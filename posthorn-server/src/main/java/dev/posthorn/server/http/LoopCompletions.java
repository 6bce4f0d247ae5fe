package dev.posthorn.server.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings finished work back to a loop in one task per burst: a commit that finishes two hundred
 * requests wakes the loop once, not two hundred times.
 */
final class LoopCompletions implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(LoopCompletions.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Executor loop;

    /** {@code loop} runs what it is given on the event loop, later. */
    LoopCompletions(Executor loop) {
        this.loop = loop;
    }

    @Override
    public void post(Runnable work) {
        waiting.add(work);
        if (woken.compareAndSet(false, true)) {
            wake();
        }
    }

    /** After the loop has ended nobody waits for an answer. */
    private void wake() {
        try {
            loop.execute(this::drain);
        } catch (RejectedExecutionException _) {
            waiting.clear();
        }
    }

    /** The flag falls before the queue is read: what is added afterwards wakes the loop again. */
    private void drain() {
        woken.set(false);
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            run(next);
        }
    }

    /** One that breaks must not take the others with it. */
    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("work for an event loop failed", e);
        }
    }
}
