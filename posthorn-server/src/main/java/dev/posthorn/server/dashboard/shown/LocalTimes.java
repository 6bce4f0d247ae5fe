package dev.posthorn.server.dashboard.shown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** What fields of type {@code datetime-local} send, taken as UTC. */
public final class LocalTimes {
    private static final int DATE_LENGTH = "2026-11-22".length();
    private static final long LAST_OF_MINUTE_MS = 59_999;

    private LocalTimes() {}

    /** Milliseconds since 1970; empty for what is no time. A date alone is its first moment. */
    public static OptionalLong ms(String text) {
        try {
            LocalDateTime at =
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text);
            long ms = at.toInstant(ZoneOffset.UTC).toEpochMilli();
            return ms < 0 ? OptionalLong.empty() : OptionalLong.of(ms);
        } catch (DateTimeException | ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    /** As an end that includes what happened within its minute. */
    public static OptionalLong endOfMinute(String text) {
        OptionalLong ms = ms(text);
        return ms.isEmpty() ? ms : OptionalLong.of(ms.getAsLong() + LAST_OF_MINUTE_MS);
    }

    /** To the minute, as such a field shows it. */
    public static String text(long ms) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
