package dev.posthorn.server.settings;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as operators write them: {@code 250ms}, {@code 15s}, {@code 10m}, {@code 6h}, {@code 7d}.
 */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "ms", Duration.ofMillis(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    private Durations() {}

    /** Throws {@link IllegalArgumentException} with a sentence on what would have been right. */
    public static Duration of(String text) {
        try {
            return parse(text);
        } catch (NotAValue e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static Duration parse(String text) throws NotAValue {
        Matcher matcher = FORM.matcher(text.strip());
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new NotAValue("must be a duration, such as 250ms, 15s, 10m, 6h or 7d");
        }
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }
}
