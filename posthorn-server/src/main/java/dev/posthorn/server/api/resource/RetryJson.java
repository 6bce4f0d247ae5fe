package dev.posthorn.server.api.resource;

import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code retry} of an endpoint: {@code waits_s} or {@code unit_s} with {@code attempts}, and {@code
 * stop_on}. Null when the owner chose nothing.
 */
final class RetryJson {
    private RetryJson() {}

    static void write(@Nullable RetrySchedule schedule, Set<Integer> stopOn, JsonWriter json) {
        if (schedule == null && stopOn.isEmpty()) {
            json.nothing("retry");
            return;
        }
        json.name("retry").beginObject();
        switch (schedule) {
            case null -> {}
            case RetrySchedule.Linear(var unit, int attempts) ->
                    json.decimal("unit_s", unit.toMillis() / 1000.0).number("attempts", attempts);
            case RetrySchedule.Waits waits -> waits(waits, json);
            case RetrySchedule.Exponential exponential -> waits(exponential, json);
        }
        json.name("stop_on").beginArray();
        stopOn.stream().sorted().forEach(json::decimal);
        json.endArray().endObject();
    }

    private static void waits(RetrySchedule schedule, JsonWriter json) {
        json.name("waits_s").beginArray();
        IntStream.range(1, schedule.attempts())
                .mapToObj(schedule::waitAfter)
                .forEach(wait -> json.decimal(wait.toMillis() / 1000.0));
        json.endArray();
    }
}
