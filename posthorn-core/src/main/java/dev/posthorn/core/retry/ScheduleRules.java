package dev.posthorn.core.retry;

import dev.posthorn.core.retry.RetrySchedule.Linear;
import dev.posthorn.core.retry.RetrySchedule.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Schedules as owners of endpoints write them, and what is wrong with them as a sentence. Their
 * waits are kept to the second: what somebody wrote down is what happens.
 */
public final class ScheduleRules {
    /** One more than the longest schedule of our own, which has 99. */
    public static final int MAX_ATTEMPTS = 100;

    /** A shorter wait finds the receiver as it was. */
    public static final long MIN_WAIT_S = 1;

    /** A receiver that is away for longer needs a replay, not patience. */
    public static final long MAX_WAIT_S = Duration.ofDays(7).toSeconds();

    /** Payloads are not kept for longer than this by default. */
    public static final Duration MAX_TOTAL = Duration.ofDays(30);

    private ScheduleRules() {}

    /** {@code {"waits_s":[5,300]}}; an empty list means one attempt. */
    public static Check waits(List<Long> seconds) {
        if (seconds.size() >= MAX_ATTEMPTS) {
            return new Refused("waits_s", "must have at most 99 waits");
        }
        if (!seconds.stream().allMatch(s -> s >= MIN_WAIT_S && s <= MAX_WAIT_S)) {
            return new Refused("waits_s", "each wait must be 1 to 604800 seconds");
        }
        return inTotal("waits_s", new Waits(seconds.stream().map(Duration::ofSeconds).toList(), 0));
    }

    /** {@code {"unit_s":60,"attempts":99}}: n units after the nth failure. */
    public static Check linear(long unitSeconds, long attempts) {
        if (unitSeconds < MIN_WAIT_S || unitSeconds > MAX_WAIT_S) {
            return new Refused("unit_s", "must be 1 to 604800");
        }
        if (attempts < 1 || attempts > MAX_ATTEMPTS) {
            return new Refused("attempts", "must be 1 to 100");
        }
        return inTotal("attempts", new Linear(Duration.ofSeconds(unitSeconds), (int) attempts));
    }

    /** What is wrong with the statuses that end a delivery at once; empty when nothing is. */
    public static Optional<String> stopOnProblem(Set<Integer> statuses) {
        return statuses.stream().allMatch(status -> status >= 300 && status <= 599)
                ? Optional.empty()
                : Optional.of("must be statuses of 300 to 599: a 2xx is a success");
    }

    private static Check inTotal(String field, RetrySchedule schedule) {
        return schedule.total().compareTo(MAX_TOTAL) <= 0
                ? new Accepted(schedule)
                : new Refused(field, "all waits together must not exceed 30 days");
    }

    /** A schedule, or why there is none. */
    public sealed interface Check {}

    public record Accepted(RetrySchedule schedule) implements Check {}

    /** {@code field}: of the {@code retry} object. {@code problem}: follows the field's name. */
    public record Refused(String field, String problem) implements Check {}
}
