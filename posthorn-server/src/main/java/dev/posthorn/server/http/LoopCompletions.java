package dev.posthorn.server.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings finished work back to a loop in one task per burst: a commit that finishes two hundred
 * requests wakes the loop once, not two hundred times.
 */
final class LoopCompletions implements Loop {
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
            loop.execute(this::drain);
        }
    }

    /** The flag falls before the queue is read: what is added afterwards wakes the loop again. */
    private void drain() {
        woken.set(false);
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
