package dev.posthorn.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a receiver wishes, it is a wait of at most a day or none. */
class RetryAfterFuzzTest {
    private static final int ROUNDS = 50_000;
    private static final List<String> PIECES =
            List.of(
                    "0",
                    "9",
                    "120",
                    "-",
                    "+",
                    ".",
                    "e",
                    "Sun",
                    "Sunday",
                    ", ",
                    "06",
                    " ",
                    "Nov",
                    "1994",
                    "94",
                    "08:49:37",
                    ":",
                    "GMT",
                    "UTC",
                    "+0000",
                    "31",
                    "99",
                    "\u0663",
                    "\uff11",
                    "\t",
                    "99999999999999999999",
                    "\u0000",
                    "nov",
                    "Feb",
                    "29");

    private final long seed = Long.getLong("posthorn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void a_wish_is_a_wait_of_at_most_a_day_or_none() {
        for (int round = 0; round < ROUNDS; round++) {
            String wish = wish();
            long nowMs = random.nextLong(4_000_000_000_000L);
            RetryAfter.parse(wish, nowMs)
                    .ifPresent(wait ->
                            assertThat(wait)
                                    .as("-Dposthorn.seed=" + seed + ": " + wish)
                                    .isBetween(Duration.ZERO, RetryAfter.LONGEST));
        }
    }

    private String wish() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
