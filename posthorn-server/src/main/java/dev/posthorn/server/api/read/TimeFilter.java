package dev.posthorn.server.api.read;

import dev.posthorn.core.log.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Narrows a range of time by every bound a query gives. Times finer than ours are rounded in. */
final class TimeFilter {
    private static final int DATE_LENGTH = "2026-11-22".length();

    private final QueryFields query;
    private final String name;
    private boolean plain = true;
    private long fromMs = TimeRange.ALWAYS.fromMs();
    private long toMs = TimeRange.ALWAYS.toMs();

    TimeFilter(QueryFields query, String name) {
        this.query = query;
        this.name = name;
    }

    /** Two fields that each name an end. */
    TimeFilter(QueryFields query, String from, String to) {
        this(query, from);
        time(from).ifPresent(at -> from(up(at)));
        time(to).ifPresent(at -> to(at.toEpochMilli()));
        plain = false;
    }

    TimeRange range() {
        if (!plain) {
            return new TimeRange(fromMs, toMs);
        }
        for (Instant at : given("gte")) {
            from(up(at));
        }
        for (Instant at : given("gt")) {
            from(at.toEpochMilli() + 1);
        }
        for (Instant at : given("lte")) {
            to(at.toEpochMilli());
        }
        for (Instant at : given("lt")) {
            to(up(at) - 1);
        }
        time(name)
                .ifPresent(at -> {
                    from(up(at));
                    to(at.toEpochMilli());
                });
        return new TimeRange(fromMs, toMs);
    }

    private void from(long ms) {
        fromMs = Math.max(fromMs, ms);
    }

    private void to(long ms) {
        toMs = Math.min(toMs, ms);
    }

    /** The first millisecond that is not before. */
    private static long up(Instant at) {
        long whole = at.toEpochMilli();
        return at.equals(Instant.ofEpochMilli(whole)) ? whole : whole + 1;
    }

    private List<Instant> given(String bound) {
        return List.of(name + "[" + bound + "]", name + "__" + bound).stream()
                .flatMap(parameter -> time(parameter).stream())
                .toList();
    }

    private Optional<Instant> time(String parameter) {
        return query.text(parameter).flatMap(text -> parse(parameter, text));
    }

    /** Years that milliseconds cannot count are as good as never. */
    private static Instant clamped(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        Instant latest = Instant.ofEpochMilli(TimeRange.ALWAYS.toMs());
        return at.isAfter(latest) ? latest : at;
    }

    /** A date alone is its first moment in UTC. A blank before the offset was a plus once. */
    private Optional<Instant> parse(String parameter, String text) {
        try {
            Instant at =
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return Optional.of(clamped(at));
        } catch (DateTimeException _) {
            query.problem(parameter, "must be a time such as 2026-11-22T04:29:00Z");
            return Optional.empty();
        }
    }
}
