package dev.posthorn.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInSchedulesTest {

    @Test
    void keeps_to_the_example_of_standard_webhooks() {
        RetrySchedule schedule = BuiltInSchedules.STANDARD;

        assertThat(seconds(schedule))
                .containsExactly(5L, 300L, 1800L, 7200L, 18000L, 36000L, 50400L, 72000L, 86400L);
        assertThat(schedule.attempts()).isEqualTo(10);
        assertThat(schedule.jitter()).isEqualTo(0.1);
    }

    @Test
    void tries_ricloud_receivers_five_times_over_a_few_hours() {
        RetrySchedule schedule = BuiltInSchedules.RICLOUD;

        assertThat(seconds(schedule)).containsExactly(60L, 600L, 3600L, 10800L);
        assertThat(schedule.jitter()).isZero();
        assertThat(schedule.total()).isEqualTo(Duration.ofMinutes(251));
    }

    @Test
    void waits_n_minutes_after_the_nth_failure_for_fastcomments() {
        RetrySchedule schedule = BuiltInSchedules.FASTCOMMENTS;

        assertThat(seconds(schedule))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 98).mapToObj(n -> n * 60L).toList());
        assertThat(schedule.attempts()).isEqualTo(99);
        assertThat(schedule.jitter()).isZero();
    }

    private static List<Long> seconds(RetrySchedule schedule) {
        return IntStream.range(1, schedule.attempts())
                .mapToObj(n -> schedule.waitAfter(n).toSeconds())
                .toList();
    }
}
