package dev.posthorn.junit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** How long something may take that only looking shows, such as the state of a delivery. */
record Patience(Duration limit) {
    /** A busy machine is slow, not broken: only what never happens runs into this. */
    static final Patience STANDARD = new Patience(Duration.ofSeconds(30));

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(10).toNanos();

    /** What is looked at, as soon as it is as wanted. */
    <T> T until(Supplier<T> look, Predicate<T> wanted) {
        long deadline = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + limit.toSeconds() + " s still " + seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            seen = look.get();
        }
        return seen;
    }
}
