package dev.posthorn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.organisation.KeyId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyLimitTest {
    private static final KeyId KEY = new KeyId(7);
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND);
    private final KeyLimit limit = new KeyLimit(10, 2, nanos::get);

    private long[] take(int times) {
        return LongStream.range(0, times).map(_ -> limit.take(KEY)).toArray();
    }

    @Test
    void gives_all_calls_of_a_window_at_once_and_no_more() {
        assertThat(take(10)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(take(2)).containsExactly(-SECOND / 5, -SECOND / 5);
    }

    @Test
    void gives_calls_back_one_by_one() {
        take(10);
        nanos.addAndGet(SECOND / 5);
        assertThat(take(2)).containsExactly(0, -SECOND / 5);
        nanos.addAndGet(SECOND);
        assertThat(take(6)).containsExactly(4, 3, 2, 1, 0, -SECOND / 5);
    }

    @Test
    void never_gives_more_than_a_window_however_long_nobody_calls() {
        take(10);
        nanos.addAndGet(3600 * SECOND);
        assertThat(take(11)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -SECOND / 5);
    }

    @Test
    void counts_each_key_by_itself() {
        take(10);
        assertThat(limit.take(new KeyId(8))).isEqualTo(9);
    }

    @Test
    void a_key_that_is_forgotten_begins_anew() {
        take(10);
        limit.forget(key -> !key.equals(KEY));
        assertThat(take(1)).containsExactly(9);
    }

    @Test
    void says_what_is_left_and_how_long_to_wait() {
        assertThat(limit.headers(4))
                .isEqualTo(
                        Map.of(
                                "RateLimit-Policy", "\"key\";q=10;w=2",
                                "RateLimit", "\"key\";r=4;t=2",
                                "X-RateLimit-Limit", "10",
                                "X-RateLimit-Remaining", "4",
                                "X-RateLimit-Reset", "2"));
        assertThat(limit.refusal(1).headers()).isEqualTo(Map.of("Retry-After", "1"));
        assertThat(limit.refusal(1).message())
                .isEqualTo("This key may make 10 calls in 2 s. Wait 1 s.");
    }

    @Test
    void off_counts_nothing() {
        assertThat(KeyLimit.OFF.take(KEY)).isEqualTo(KeyLimit.UNLIMITED);
    }
}
