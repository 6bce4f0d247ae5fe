package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long NOW = 1_700_000_000_000L;

    @Test
    void without_a_limit_everything_leaves_at_once() {
        TokenBucket bucket = new TokenBucket(null, NOW);

        assertThat(leaving(bucket, 1_000, NOW)).containsOnly(NOW);
    }

    @Test
    void two_a_second_leave_half_a_second_apart() {
        TokenBucket bucket = new TokenBucket(2.0, NOW);

        assertThat(leaving(bucket, 4, NOW))
                .containsExactly(NOW, NOW + 500, NOW + 1_000, NOW + 1_500);
    }

    @Test
    void fractions_of_one_a_second_wait_for_seconds() {
        TokenBucket bucket = new TokenBucket(0.1, NOW);

        assertThat(leaving(bucket, 3, NOW)).containsExactly(NOW, NOW + 10_000, NOW + 20_000);
    }

    @Test
    void a_hundred_a_second_may_start_with_a_tenth_of_a_second_s() {
        TokenBucket bucket = new TokenBucket(100.0, NOW);

        assertThat(leaving(bucket, 12, NOW)).filteredOn(at -> at == NOW).hasSize(10);
    }

    @Test
    void a_rest_does_not_save_up_for_a_burst() {
        TokenBucket bucket = new TokenBucket(2.0, NOW);
        leaving(bucket, 1, NOW);

        assertThat(leaving(bucket, 2, NOW + 60_000)).containsExactly(NOW + 60_000, NOW + 60_500);
    }

    /** A wait that is no whole number of milliseconds is rounded up: less than one in a hundred. */
    @Test
    void is_never_faster_than_its_rate_and_hardly_slower() {
        for (double rate : new double[] {0.3, 3, 7, 9, 30, 700}) {
            TokenBucket bucket = new TokenBucket(rate, NOW);
            int burst = (int) Math.max(1, rate / 10);

            long tookMs = leaving(bucket, burst + 300, NOW).getLast() - NOW;

            long wantedMs = (long) (300 / rate * 1_000);
            assertThat(tookMs)
                    .as("%s a second", rate)
                    .isBetween(wantedMs, wantedMs * 101 / 100 + 1);
        }
    }

    @Test
    void a_clock_set_back_delays_nothing() {
        TokenBucket bucket = new TokenBucket(2.0, NOW);
        leaving(bucket, 1, NOW);

        assertThat(bucket.readyMs(NOW - 3_600_000)).isEqualTo(NOW - 3_600_000 + 500);
    }

    /** When {@code count} deliveries leave that are all there at {@code fromMs}. */
    private static List<Long> leaving(TokenBucket bucket, int count, long fromMs) {
        List<Long> left = new ArrayList<>();
        long now = fromMs;
        while (left.size() < count) {
            long ready = bucket.readyMs(now);
            if (ready > now) {
                now = ready;
                continue;
            }
            bucket.take();
            left.add(now);
        }
        return left;
    }
}
