package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.dashboard.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as people read it.
 *
 * @param text how long ago, or until
 * @param exact in UTC, to the second
 * @param machine as RFC 3339
 */
public record Moment(String text, String exact, String machine) {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    static Moment of(long ms, long nowMs, Words words) {
        Instant at = Instant.ofEpochMilli(ms);
        Duration away = Duration.ofMillis(Math.abs(nowMs - ms));
        String direction = ms <= nowMs ? "time.ago" : "time.in";
        String text =
                away.toSeconds() < 1
                        ? words.say("time.now")
                        : words.say(direction, length(away, words));
        return new Moment(text, EXACT.format(at), at.toString());
    }

    /** A duration in its largest whole unit. */
    static String length(Duration length, Words words) {
        if (length.toMinutes() < 2) {
            return words.count("time.second", length.toSeconds());
        }
        if (length.toHours() < 2) {
            return words.count("time.minute", length.toMinutes());
        }
        return length.toDays() < 2
                ? words.count("time.hour", length.toHours())
                : words.count("time.day", length.toDays());
    }
}
