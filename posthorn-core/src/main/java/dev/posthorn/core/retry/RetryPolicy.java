package dev.posthorn.core.retry;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows from an attempt. A 2xx ends the delivery; whatever else comes back is tried
 * again by schedule, refused addresses and unknown names included, since both can be put right.
 */
public final class RetryPolicy {
    private RetryPolicy() {}

    /**
     * What to do after attempt {@code attemptsInRound} of a round.
     *
     * @param attemptsInRound made since the delivery was accepted or last resent, this one included
     * @param stopOn statuses the owner chose to end a delivery at once
     * @param nowMs when the outcome was known, milliseconds since 1970; waits count from here
     */
    public static RetryDecision decide(
            AttemptOutcome outcome,
            int attemptsInRound,
            RetrySchedule schedule,
            Set<Integer> stopOn,
            long nowMs,
            RandomGenerator random) {
        return switch (outcome) {
            case Delivered _ -> new RetryDecision.Done();
            case Rejected(int status, _) when stopOn.contains(status) ->
                    new RetryDecision.GiveUp(RetryDecision.Reason.STATUS_STOPS);
            case Rejected(_, var retryAfter) ->
                    next(attemptsInRound, schedule, retryAfter, nowMs, random);
            case TimedOut _, Unreachable _, Blocked _ ->
                    next(attemptsInRound, schedule, null, nowMs, random);
        };
    }

    private static RetryDecision next(
            int made,
            RetrySchedule schedule,
            @Nullable Duration retryAfter,
            long nowMs,
            RandomGenerator random) {
        if (made >= schedule.attempts()) {
            return new RetryDecision.GiveUp(RetryDecision.Reason.SCHEDULE_USED_UP);
        }
        long wait = drawn(schedule, made, random);
        long asked = retryAfter == null ? 0 : retryAfter.toMillis();
        return new RetryDecision.RetryAt(nowMs + Math.max(wait, asked));
    }

    /** Longer by chance, never shorter, so that deliveries that failed together part. */
    private static long drawn(RetrySchedule schedule, int made, RandomGenerator random) {
        long wait = schedule.waitAfter(made).toMillis();
        double jitter = schedule.jitter();
        return jitter == 0 ? wait : wait + (long) (wait * jitter * random.nextDouble());
    }
}
