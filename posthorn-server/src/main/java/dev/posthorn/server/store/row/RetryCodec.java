package dev.posthorn.server.store.row;

import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.retry.RetrySchedule.Exponential;
import dev.posthorn.core.retry.RetrySchedule.Linear;
import dev.posthorn.core.retry.RetrySchedule.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A retry schedule as JSON: {@code kind}, then what that kind needs, in milliseconds. */
final class RetryCodec {
    private RetryCodec() {}

    static ObjectNode encode(RetrySchedule schedule) {
        return switch (schedule) {
            case Waits(List<Duration> waits, double jitter) -> {
                ObjectNode json = Json.object().put("kind", "waits").put("jitter", jitter);
                ArrayNode millis = json.putArray("waits_ms");
                waits.forEach(wait -> millis.add(wait.toMillis()));
                yield json;
            }
            case Linear(Duration unit, int attempts) ->
                    Json.object()
                            .put("kind", "linear")
                            .put("unit_ms", unit.toMillis())
                            .put("attempts", attempts);
            case Exponential(var first, double factor, var longest, int attempts, double jitter) ->
                    Json.object()
                            .put("kind", "exponential")
                            .put("first_ms", first.toMillis())
                            .put("factor", factor)
                            .put("longest_ms", longest.toMillis())
                            .put("attempts", attempts)
                            .put("jitter", jitter);
        };
    }

    static RetrySchedule decode(JsonNode json) {
        String kind = Json.text(json, "kind");
        return switch (kind) {
            case "waits" -> new Waits(waits(json), json.required("jitter").doubleValue());
            case "linear" -> new Linear(millis(json, "unit_ms"), attempts(json));
            case "exponential" ->
                    new Exponential(
                            millis(json, "first_ms"),
                            json.required("factor").doubleValue(),
                            millis(json, "longest_ms"),
                            attempts(json),
                            json.required("jitter").doubleValue());
            default -> throw new IllegalStateException("unknown retry schedule " + kind);
        };
    }

    private static List<Duration> waits(JsonNode json) {
        List<Duration> waits = new ArrayList<>();
        json.required("waits_ms").forEach(wait -> waits.add(Duration.ofMillis(wait.longValue())));
        return waits;
    }

    private static int attempts(JsonNode json) {
        return json.required("attempts").intValue();
    }

    private static Duration millis(JsonNode json, String name) {
        return Duration.ofMillis(json.required(name).longValue());
    }
}
