package dev.posthorn.core.retry;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@code Retry-After} as RFC 9110 section 10.2.3 defines it: whole seconds or a date. Total:
 * whatever a receiver sends, the result is a wait of at most {@link #LONGEST}, or none.
 */
public final class RetryAfter {
    /** As long as the longest wait of our own: no receiver may put a delivery off for longer. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** The longest date has 33 characters; more is no wish but an attempt to keep us busy. */
    private static final int MAX_LENGTH = 40;

    private static final BigInteger LONGEST_S = BigInteger.valueOf(LONGEST.toSeconds());

    private RetryAfter() {}

    /**
     * The wait asked for, zero when its date has gone by; empty when {@code value} is neither.
     *
     * @param nowMs when the answer came, milliseconds since 1970
     */
    public static Optional<Duration> parse(String value, long nowMs) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(new BigInteger(text).min(LONGEST_S).longValue()));
        }
        OptionalLong date = HttpDate.parse(text, nowMs);
        return date.isPresent() ? Optional.of(capped(date.getAsLong() - nowMs)) : Optional.empty();
    }

    private static Duration capped(long millis) {
        return Duration.ofMillis(Math.clamp(millis, 0, LONGEST.toMillis()));
    }
}
