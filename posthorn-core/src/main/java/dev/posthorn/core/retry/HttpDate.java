package dev.posthorn.core.retry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Dates in the three forms RFC 9110 section 5.6.7 wants read. */
final class HttpDate {
    private static final DateTimeFormatter PREFERRED = form("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = form("EEE MMM ppd HH:mm:ss yyyy");

    /** A two-digit year that seems further ahead is of the century before, says the RFC. */
    private static final int YEARS_AHEAD = 50;

    private HttpDate() {}

    /** Milliseconds since 1970; empty for anything else. */
    static OptionalLong parse(String text, long nowMs) {
        return Stream.of(PREFERRED, rfc850(nowMs), ASCTIME)
                .flatMap(form -> read(text, form).stream())
                .mapToLong(date -> date.toInstant(ZoneOffset.UTC).toEpochMilli())
                .findFirst();
    }

    private static Optional<LocalDateTime> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter rfc850(long nowMs) {
        int year = Instant.ofEpochMilli(nowMs).atOffset(ZoneOffset.UTC).getYear();
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, year - 99 + YEARS_AHEAD)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
