package dev.posthorn.core.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long things are kept. Pending deliveries and what they refer to are kept however old.
 *
 * @param events settled events with their deliveries, and tasks that are done
 * @param attempts attempts, also those of tests
 * @param maxBytes of the store; above it the oldest settled events go before their time; null for
 *     no limit
 * @param bodies of which attempts the answer is kept whole
 */
public record Retention(
        Duration events, Duration attempts, @Nullable Long maxBytes, AttemptBodies bodies) {
    /** A trail shorter than a year is no help to an auditor, and lines are few. */
    public static final Duration AUDIT_TRAIL = Duration.ofDays(400);

    /** However small the limit, publishers can look up what they sent just now. */
    public static final Duration AT_LEAST = Duration.ofMinutes(1);

    /** Nothing is forgotten. */
    public static final Retention FOREVER =
            new Retention(
                    Duration.ofDays(36_500), Duration.ofDays(36_500), null, AttemptBodies.ALL);

    private static final Duration MOST_AHEAD = Duration.ofDays(7);

    /**
     * How far {@code deliver_at} may be off: a delivery must be able to use up the longest schedule
     * there is while its event is kept.
     */
    public Duration mostAhead(Duration longestSchedule) {
        Duration left = events.minus(longestSchedule);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(MOST_AHEAD) < 0 ? left : MOST_AHEAD;
    }
}
