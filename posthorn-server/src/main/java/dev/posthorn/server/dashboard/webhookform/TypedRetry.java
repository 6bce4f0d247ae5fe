package dev.posthorn.server.dashboard.webhookform;

import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.server.dashboard.visit.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A retry schedule as it stands in the form.
 *
 * @param kind {@code profile}, {@code waits} or {@code linear}
 * @param waits such as {@code 5 s, 5 min, 2 h}
 * @param unitS seconds, times the number of failures
 */
public record TypedRetry(String kind, String waits, String unitS, String attempts) {
    static final TypedRetry PROFILE = new TypedRetry("profile", "", "60", "10");
    private static final Pattern WAIT =
            Pattern.compile("(\\d{1,7})\\s*(s|sec|m|min|h|d)?", Pattern.CASE_INSENSITIVE);
    private static final int MINUTE_S = 60;
    private static final int HOUR_S = 60 * MINUTE_S;
    private static final int DAY_S = 24 * HOUR_S;

    static TypedRetry of(Form form) {
        return new TypedRetry(
                form.text("retry"),
                form.text("waits").strip(),
                form.text("unit").strip(),
                form.text("attempts").strip());
    }

    static TypedRetry of(@Nullable RetrySchedule schedule) {
        return switch (schedule) {
            case null -> PROFILE;
            case RetrySchedule.Waits(var waits, _) ->
                    new TypedRetry(
                            "waits",
                            waits.stream().map(TypedRetry::shown).collect(Collectors.joining(", ")),
                            PROFILE.unitS,
                            PROFILE.attempts);
            case RetrySchedule.Linear(Duration unit, int attempts) ->
                    new TypedRetry(
                            "linear",
                            "",
                            Long.toString(unit.toSeconds()),
                            Integer.toString(attempts));
            case RetrySchedule.Exponential _ -> PROFILE;
        };
    }

    /** In its largest whole unit. */
    static String shown(Duration wait) {
        long s = wait.toSeconds();
        if (s >= DAY_S && s % DAY_S == 0) {
            return s / DAY_S + " d";
        }
        if (s >= HOUR_S && s % HOUR_S == 0) {
            return s / HOUR_S + " h";
        }
        return s >= MINUTE_S && s % MINUTE_S == 0 ? s / MINUTE_S + " min" : s + " s";
    }

    /** The waits in seconds; empty when one of them is none. */
    Optional<List<Long>> seconds() {
        List<Long> seconds = new ArrayList<>();
        for (String wait : waits.split(",", -1)) {
            Matcher parts = WAIT.matcher(wait.strip());
            if (!parts.matches()) {
                return Optional.empty();
            }
            seconds.add(Long.parseLong(parts.group(1)) * unit(parts.group(2)));
        }
        return Optional.of(seconds);
    }

    private static long unit(@Nullable String word) {
        char first = word == null ? 's' : Character.toLowerCase(word.charAt(0));
        return switch (first) {
            case 'm' -> MINUTE_S;
            case 'h' -> HOUR_S;
            case 'd' -> DAY_S;
            default -> 1;
        };
    }
}
