package dev.posthorn.core.retry;

import static dev.posthorn.core.retry.RetryDecision.Reason.SCHEDULE_USED_UP;
import static dev.posthorn.core.retry.RetryDecision.Reason.STATUS_STOPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.retry.RetryDecision.Done;
import dev.posthorn.core.retry.RetryDecision.GiveUp;
import dev.posthorn.core.retry.RetryDecision.RetryAt;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final RetrySchedule TWO_WAITS =
            new RetrySchedule.Waits(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), 0);
    private static final RandomGenerator NO_CHANCE = () -> 0L;

    @ParameterizedTest
    @MethodSource("failures")
    void tries_again_whatever_failed(AttemptOutcome failure) {
        assertThat(decide(failure, 1)).isEqualTo(new RetryAt(NOW + 5_000));
        assertThat(decide(failure, 2)).isEqualTo(new RetryAt(NOW + 300_000));
        assertThat(decide(failure, 3)).isEqualTo(new GiveUp(SCHEDULE_USED_UP));
    }

    static List<AttemptOutcome> failures() {
        return List.of(
                new Rejected(301, null),
                new Rejected(400, null),
                new Rejected(410, null),
                new Rejected(500, null),
                new TimedOut(Duration.ofSeconds(15)),
                new Unreachable(Fault.NAME_NOT_FOUND, "no such name"),
                new Unreachable(Fault.TLS, "certificate expired"),
                new Blocked("egress-allow"));
    }

    @Test
    void is_done_with_a_2xx_even_after_the_last_attempt() {
        assertThat(decide(new Delivered(204), 1)).isEqualTo(new Done());
        assertThat(decide(new Delivered(200), 3)).isEqualTo(new Done());
    }

    @Test
    void gives_up_at_once_on_a_status_the_owner_chose() {
        assertThat(decide(new Rejected(422, null), 1)).isEqualTo(new GiveUp(STATUS_STOPS));
        assertThat(decide(new Rejected(422, Duration.ofHours(1)), 3))
                .isEqualTo(new GiveUp(STATUS_STOPS));
    }

    @Test
    void waits_as_long_as_the_receiver_asks_when_that_is_longer() {
        assertThat(decide(new Rejected(503, Duration.ofHours(2)), 1))
                .isEqualTo(new RetryAt(NOW + 7_200_000));
        assertThat(decide(new Rejected(500, Duration.ofSeconds(1)), 1))
                .isEqualTo(new RetryAt(NOW + 5_000));
        assertThat(decide(new Rejected(429, Duration.ofHours(2)), 3))
                .isEqualTo(new GiveUp(SCHEDULE_USED_UP));
    }

    @Test
    void draws_waits_up_to_a_tenth_longer_and_never_shorter() {
        var jittered = new RetrySchedule.Waits(List.of(Duration.ofSeconds(100)), 0.1);
        var random = new Random(7);
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int i = 0; i < 1_000; i++) {
            long wait = wait(jittered, random);
            shortest = Math.min(shortest, wait);
            longest = Math.max(longest, wait);
        }
        assertThat(shortest).isBetween(100_000L, 100_500L);
        assertThat(longest).isBetween(109_500L, 110_000L);
    }

    private static long wait(RetrySchedule schedule, RandomGenerator random) {
        var decision =
                RetryPolicy.decide(new Rejected(500, null), 1, schedule, Set.of(), NOW, random);
        return ((RetryAt) decision).dueMs() - NOW;
    }

    private static RetryDecision decide(AttemptOutcome outcome, int attemptsInRound) {
        return RetryPolicy.decide(outcome, attemptsInRound, TWO_WAITS, Set.of(422), NOW, NO_CHANCE);
    }
}
