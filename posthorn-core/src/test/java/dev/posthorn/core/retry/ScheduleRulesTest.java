package dev.posthorn.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.retry.ScheduleRules.Accepted;
import dev.posthorn.core.retry.ScheduleRules.Refused;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleRulesTest {
    @Test
    void takes_waits_to_the_second() {
        assertThat(ScheduleRules.waits(List.of(5L, 300L)))
                .isEqualTo(
                        new Accepted(
                                new RetrySchedule.Waits(
                                        List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), 0)));
    }

    @Test
    void takes_no_waits_as_one_attempt() {
        var schedule = ((Accepted) ScheduleRules.waits(List.of())).schedule();

        assertThat(schedule.attempts()).isEqualTo(1);
        assertThat(schedule.total()).isEqualTo(Duration.ZERO);
    }

    @Test
    void takes_units_that_grow_with_each_failure() {
        var schedule = ((Accepted) ScheduleRules.linear(60, 99)).schedule();

        assertThat(schedule.waitAfter(98)).isEqualTo(Duration.ofMinutes(98));
        assertThat(schedule.total()).isEqualTo(Duration.ofMinutes(98 * 99 / 2));
    }

    @Test
    void refuses_what_would_hammer_or_never_end() {
        assertThat(ScheduleRules.waits(List.of(5L, 0L)))
                .isEqualTo(new Refused("waits_s", "each wait must be 1 to 604800 seconds"));
        assertThat(ScheduleRules.waits(List.of(604_801L))).isInstanceOf(Refused.class);
        assertThat(ScheduleRules.waits(Collections.nCopies(100, 1L)))
                .isEqualTo(new Refused("waits_s", "must have at most 99 waits"));
        assertThat(ScheduleRules.waits(Collections.nCopies(5, 604_800L)))
                .isEqualTo(new Refused("waits_s", "all waits together must not exceed 30 days"));
        assertThat(ScheduleRules.linear(0, 5))
                .isEqualTo(new Refused("unit_s", "must be 1 to 604800"));
        assertThat(ScheduleRules.linear(Long.MAX_VALUE, 5)).isInstanceOf(Refused.class);
        assertThat(ScheduleRules.linear(60, 101))
                .isEqualTo(new Refused("attempts", "must be 1 to 100"));
        assertThat(ScheduleRules.linear(604_800, 100)).isInstanceOf(Refused.class);
    }

    @Test
    void stops_only_on_statuses_that_are_failures() {
        assertThat(ScheduleRules.stopOnProblem(Set.of(301, 404, 422, 599))).isEmpty();
        assertThat(ScheduleRules.stopOnProblem(Set.of())).isEmpty();
        assertThat(ScheduleRules.stopOnProblem(Set.of(404, 200))).isPresent();
        assertThat(ScheduleRules.stopOnProblem(Set.of(600))).isPresent();
    }
}
