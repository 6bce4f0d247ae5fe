package dev.posthorn.server.engine;

import io.vertx.core.Context;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings work from any thread to the engine's loop, one wake-up for all that is waiting. */
final class Mailbox {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Context loop;
    private volatile boolean closed;

    Mailbox(Context loop) {
        this.loop = loop;
    }

    /** After {@link #close} nothing is done any more: the loop may be gone. */
    void post(Runnable work) {
        if (closed) {
            return;
        }
        waiting.add(work);
        if (woken.compareAndSet(false, true)) {
            loop.runOnContext(_ -> drain());
        }
    }

    void close() {
        closed = true;
    }

    /** The flag falls before the queue is read: what is added afterwards wakes the loop again. */
    private void drain() {
        woken.set(false);
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
