package dev.posthorn.cli.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what can only be seen by looking: the state of a server in another process. */
final class Patience {
    /** A busy machine is slow, not broken: only what never happens runs into this. */
    static final Duration LIMIT = Duration.ofMinutes(4);

    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private Patience() {}

    /** Returns when {@code done}; fails with {@code otherwise} when the time is up. */
    static void until(BooleanSupplier done, Supplier<String> otherwise) {
        until(done, LIMIT, otherwise);
    }

    static void until(BooleanSupplier done, Duration limit, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + limit.toSeconds() + " s: " + otherwise.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
