package dev.posthorn.core.health;

import java.time.Duration;

/**
 * When an endpoint that has nothing but failures is announced as failing, and when it is given up.
 *
 * @param disableAfter from the first failing attempt to the latest; {@code disable-after}
 */
public record HealthRules(Duration disableAfter) {
    /** Shorter ones are deployments and restarts, which retries get over. */
    public static final Duration FAILING_AFTER = Duration.ofHours(1);

    /** Fewer may be one bad event tried again and again. */
    public static final int LEAST_DELIVERIES = 10;

    /** Fewer may be a long weekend. */
    public static final int LEAST_DAYS = 3;

    boolean isFailing(FailureStreak streak) {
        return streak.lengthMs() >= FAILING_AFTER.toMillis();
    }

    boolean isGivenUp(FailureStreak streak) {
        return streak.lengthMs() >= disableAfter.toMillis()
                && streak.deliveries() >= LEAST_DELIVERIES
                && streak.days() >= LEAST_DAYS;
    }
}
