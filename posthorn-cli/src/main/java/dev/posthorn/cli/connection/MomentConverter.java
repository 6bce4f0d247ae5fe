package dev.posthorn.cli.connection;

import dev.posthorn.server.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 6h} as six hours ago, and RFC 3339 as it is. */
public final class MomentConverter implements ITypeConverter<Moment> {
    @Override
    public Moment convert(String text) {
        return text.indexOf('T') > 0 ? at(text) : ago(text);
    }

    private static Moment at(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return _ -> instant;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" must be a time, such as 2026-11-22T10:00:00Z");
        }
    }

    private static Moment ago(String text) {
        try {
            Duration span = Durations.of(text);
            return now -> now.minus(span);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("\"" + text + "\" " + e.getMessage());
        }
    }
}
