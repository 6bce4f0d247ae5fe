package dev.posthorn.core.endpointtest;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * When an endpoint that failed its test is tested again by itself: 1, 5 and 30 minutes after it
 * became invalid, then every hour for 24 hours. A receiver that was being set up is found soon, one
 * that was forgotten is left in peace.
 */
public final class RetestSchedule {
    private static final List<Duration> FIRST =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private static final Duration THEN = Duration.ofHours(1);
    private static final int HOURLY = 24;

    private RetestSchedule() {}

    /**
     * The next test after {@code afterMs}; empty when none is left.
     *
     * @param invalidSinceMs when it became invalid, milliseconds since 1970
     * @param afterMs the latest test, or now when tests were missed
     */
    public static OptionalLong next(long invalidSinceMs, long afterMs) {
        for (int n = 0; n < FIRST.size() + HOURLY; n++) {
            long dueMs = invalidSinceMs + offset(n).toMillis();
            if (dueMs > afterMs) {
                return OptionalLong.of(dueMs);
            }
        }
        return OptionalLong.empty();
    }

    private static Duration offset(int n) {
        return n < FIRST.size()
                ? FIRST.get(n)
                : FIRST.getLast().plus(THEN.multipliedBy(n - FIRST.size() + 1L));
    }
}
