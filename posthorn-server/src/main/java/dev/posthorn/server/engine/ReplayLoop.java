package dev.posthorn.server.engine;

import dev.posthorn.core.replay.Replayer;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop around {@link Replayer#step}, on a thread that may block. */
public final class ReplayLoop implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayLoop.class);
    private static final long AFTER_FAULT_MS = 1_000;
    private static final long LONGEST_SLEEP_MS = 60_000;

    private final Replayer replayer;
    private final InstantSource clock;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean closed;

    public ReplayLoop(Replayer replayer, InstantSource clock) {
        this.replayer = replayer;
        this.clock = clock;
    }

    /** Something was begun. */
    public void wake() {
        calls.release();
    }

    @Override
    public void run() {
        try {
            resume();
            while (!closed) {
                long waitMs = Math.clamp(step() - clock.millis(), 0, LONGEST_SLEEP_MS);
                sleep(waitMs);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an earlier life left must not be forgotten because the first look failed. */
    private void resume() throws InterruptedException {
        while (!closed) {
            try {
                replayer.resume();
                return;
            } catch (RuntimeException e) {
                LOG.warn("unfinished replays could not be read", e);
                sleep(AFTER_FAULT_MS);
            }
        }
    }

    private long step() {
        try {
            return replayer.step(clock.millis());
        } catch (RuntimeException e) {
            LOG.warn("a slice of a replay failed and is done again", e);
            return clock.millis() + AFTER_FAULT_MS;
        }
    }

    private void sleep(long ms) throws InterruptedException {
        if (calls.tryAcquire(ms, TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    @Override
    public void close() {
        closed = true;
        calls.release();
    }
}
