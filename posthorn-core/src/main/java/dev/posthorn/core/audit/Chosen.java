package dev.posthorn.core.audit;

import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.retry.RetrySchedule;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An owner's choices as a person reads them; null where nothing was chosen. */
final class Chosen {
    private static final ProfileOptions USUAL = ProfileOptions.DEFAULTS;

    private Chosen() {}

    static @Nullable String several(@Nullable Collection<?> values) {
        return values == null || values.isEmpty()
                ? null
                : values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    static @Nullable String several(Map<String, String> values) {
        return several(
                new TreeMap<>(values)
                        .entrySet().stream()
                                .map(one -> one.getKey() + ": " + one.getValue())
                                .toList());
    }

    static @Nullable String flag(boolean value) {
        return value ? "true" : null;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String retry(@Nullable RetrySchedule schedule) {
        return switch (schedule) {
            case null -> null;
            case RetrySchedule.Linear(var unit, int attempts) ->
                    "n × " + unit.toSeconds() + " s, " + attempts + " attempts";
            case RetrySchedule.Waits waits -> waits(waits);
            case RetrySchedule.Exponential waits -> waits(waits);
        };
    }

    private static String waits(RetrySchedule schedule) {
        return IntStream.range(1, schedule.attempts())
                .mapToObj(n -> schedule.waitAfter(n).toSeconds() + " s")
                .collect(Collectors.joining(", "));
    }

    /** Adds those that are not as they usually are. */
    static Described options(Described to, ProfileOptions options) {
        return to.field("options.append_event_id", options.appendEventId() ? null : "false")
                .field("options.methods", several(options.methods()))
                .field("options.delete_body", unusual(options.deleteBody(), USUAL.deleteBody()))
                .field("options.mode", unusual(options.mode(), USUAL.mode()))
                .field("options.signature", unusual(options.signature(), USUAL.signature()))
                .field("options.forged_test", options.forgedTest() ? null : "false");
    }

    private static @Nullable String unusual(Enum<?> value, Enum<?> usual) {
        return value == usual ? null : word(value);
    }
}
