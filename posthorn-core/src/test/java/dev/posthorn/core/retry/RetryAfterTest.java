package dev.posthorn.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final long NOW = Instant.parse("1994-11-06T08:49:00Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "120, 120",
        "' 7 ', 7",
        "86400, 86400",
        "86401, 86400",
        "0000000000000060, 60",
        "99999999999999999999, 86400",
    })
    void reads_seconds_up_to_a_day(String value, long seconds) {
        assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
            })
    void reads_the_three_forms_of_a_date(String value) {
        assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(37));
    }

    @Test
    void takes_a_date_gone_by_as_no_wait_and_a_far_one_as_a_day() {
        assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:48:59 GMT", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("Sat, 06 Nov 2004 08:49:37 GMT", NOW))
                .contains(Duration.ofHours(24));
    }

    @Test
    void takes_a_two_digit_year_more_than_fifty_years_ahead_as_gone_by() {
        assertThat(RetryAfter.parse("Thursday, 06-Nov-44 08:49:37 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse("Sunday, 06-Nov-44 08:49:37 GMT", NOW))
                .contains(Duration.ofHours(24));
        assertThat(RetryAfter.parse("Monday, 06-Nov-45 08:49:37 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse("Tuesday, 06-Nov-45 08:49:37 GMT", NOW))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+5",
                "1e9",
                "1.5",
                "120, 60",
                "soon",
                "٣",
                "06 Nov 1994",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "Mon, 06 Nov 1994 08:49:37 GMT",
            })
    void ignores_anything_else(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @Test
    void survives_whatever_a_receiver_sends() {
        RandomGenerator random = new Random(11);
        String alphabet = "SunMoNov, :-0123456789GMT \t\u0000ü";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            RetryAfter.parse(value.toString(), NOW)
                    .ifPresent(
                            wait -> assertThat(wait).isBetween(Duration.ZERO, RetryAfter.LONGEST));
        }
    }
}
