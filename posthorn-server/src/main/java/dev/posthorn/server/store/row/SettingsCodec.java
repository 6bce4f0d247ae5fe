package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Endpoint settings as JSON, less custom headers and authentication: those are sealed. */
final class SettingsCodec {
    private SettingsCodec() {}

    static void write(EndpointSettings settings, ObjectNode json) {
        json.put("url", settings.url())
                .put("name", settings.name())
                .put("description", settings.description())
                .put("profile", settings.profile())
                .put("rate_per_second", settings.ratePerSecond())
                .put("max_in_flight", settings.maxInFlight())
                .put("ordering", settings.ordering().name())
                .put("timeout_ms", millis(settings.timeout()))
                .put("paused", settings.paused())
                .put("operational", settings.operational());
        if (settings.eventTypes() != null) {
            json.set("event_types", Json.array(settings.eventTypes()));
        }
        json.set("channels", Json.array(settings.channels()));
        json.set("options", OptionsCodec.encode(settings.options()));
        if (settings.retry() != null) {
            json.set("retry", RetryCodec.encode(settings.retry()));
        }
        ArrayNode stopOn = json.putArray("stop_on");
        new TreeSet<>(settings.stopOn()).forEach(stopOn::add);
        json.set("metadata", Json.map(settings.metadata()));
    }

    static EndpointSettings read(
            JsonNode json, Map<String, String> headers, @Nullable EndpointAuth auth) {
        JsonNode types = json.get("event_types");
        return new EndpointSettings(
                Json.text(json, "url"),
                Json.textOrNull(json, "name"),
                Json.textOrNull(json, "description"),
                Json.text(json, "profile"),
                types == null ? null : Json.texts(types),
                Json.texts(json.required("channels")),
                headers,
                OptionsCodec.decode(json.required("options")),
                retry(json),
                statuses(json.required("stop_on")),
                rate(json),
                Json.integerOrNull(json, "max_in_flight"),
                Ordering.valueOf(Json.text(json, "ordering")),
                duration(Json.longOrNull(json, "timeout_ms")),
                json.required("paused").booleanValue(),
                Json.textMap(json.required("metadata")),
                json.path("operational").booleanValue(false),
                auth);
    }

    private static @Nullable RetrySchedule retry(JsonNode json) {
        JsonNode retry = json.get("retry");
        return retry == null ? null : RetryCodec.decode(retry);
    }

    private static Set<Integer> statuses(JsonNode array) {
        Set<Integer> statuses = new TreeSet<>();
        array.forEach(status -> statuses.add(status.intValue()));
        return statuses;
    }

    private static @Nullable Double rate(JsonNode json) {
        JsonNode rate = json.required("rate_per_second");
        return rate.isNull() ? null : (Double) rate.doubleValue();
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : (Long) duration.toMillis();
    }

    private static @Nullable Duration duration(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
