package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final long NOW = 1_700_000_000_000L;

    @Test
    void is_neither_proven_nor_down_before_the_first_answer() {
        Health health = new Health();

        assertThat(health.proven()).isFalse();
        assertThat(health.down()).isFalse();
        assertThat(health.resumeMs()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void one_answer_proves_it() {
        Health health = new Health();

        assertThat(health.answered()).isFalse();

        assertThat(health.proven()).isTrue();
    }

    @Test
    void four_failures_in_a_row_may_be_bad_luck() {
        Health health = failed(4, NOW);

        assertThat(health.down()).isFalse();
        assertThat(health.resumeMs()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void the_fifth_takes_it_down_and_makes_it_wait_a_second() {
        Health health = failed(5, NOW);

        assertThat(health.down()).isTrue();
        assertThat(health.proven()).isFalse();
        assertThat(health.resumeMs()).isEqualTo(NOW + 1_000);
    }

    @Test
    void an_answer_in_between_starts_the_count_anew() {
        Health health = failed(4, NOW);

        health.answered();
        health.failed(NOW, NOW);

        assertThat(health.down()).isFalse();
    }

    @Test
    void probes_wait_from_one_to_ten_seconds() {
        Health health = failed(5, NOW);
        List<Long> waits = new ArrayList<>();
        long now = NOW;
        for (int probe = 0; probe < 6; probe++) {
            waits.add(health.resumeMs() - now);
            now = health.resumeMs();
            health.failed(now, now);
        }

        assertThat(waits).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void failures_of_requests_from_before_do_not_slow_the_probes() {
        Health health = failed(5, NOW);

        health.failed(NOW - 1, NOW + 10);
        health.failed(NOW - 1, NOW + 20);

        assertThat(health.resumeMs()).isEqualTo(NOW + 1_000);
    }

    @Test
    void says_that_it_had_been_down_and_begins_the_next_outage_at_one_second() {
        Health health = failed(7, NOW);

        assertThat(health.answered()).isTrue();
        assertThat(health.proven()).isTrue();
        for (int i = 0; i < 5; i++) {
            health.failed(NOW + 60_000, NOW + 60_000);
        }
        assertThat(health.resumeMs()).isEqualTo(NOW + 61_000);
    }

    @Test
    void a_pause_asked_for_outlasts_a_shorter_one() {
        Health health = new Health();

        health.pauseUntil(NOW + 60_000);
        health.pauseUntil(NOW + 5_000);

        assertThat(health.resumeMs()).isEqualTo(NOW + 60_000);
    }

    private static Health failed(int times, long atMs) {
        Health health = new Health();
        for (int i = 0; i < times; i++) {
            health.failed(atMs, atMs);
        }
        return health;
    }
}
