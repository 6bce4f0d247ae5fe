package dev.posthorn.client;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often and after which waits a call is repeated.
 *
 * @param attempts in all, the first included
 * @param firstWait doubled after every further failure
 * @param longestWait also the longest {@code Retry-After} that is waited for
 */
record Retries(int attempts, Duration firstWait, Duration longestWait, Pause pause) {
    /** Rides out a restart of the server (about 3 s), and no more: the caller is waiting. */
    static final Retries STANDARD =
            new Retries(5, Duration.ofMillis(250), Duration.ofSeconds(10), Thread::sleep);

    static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO, millis -> {});

    /** Waits; a parameter so that tests need not. */
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    /**
     * The wait before the next attempt in milliseconds; empty when there is none.
     *
     * @param retryAfterSeconds what the server asked for, 0 if nothing
     */
    OptionalLong waitAfter(int attempt, long retryAfterSeconds) {
        if (attempt >= attempts || retryAfterSeconds > longestWait.toSeconds()) {
            return OptionalLong.empty();
        }
        long backoff = firstWait.toMillis() << (attempt - 1);
        return OptionalLong.of(
                Math.max(retryAfterSeconds * 1000, Math.min(backoff, longestWait.toMillis())));
    }
}
