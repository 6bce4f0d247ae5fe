package dev.posthorn.server.api.resource;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The resource {@code webhook_config}. */
public final class EndpointFields implements Fields<EndpointView> {
    @Override
    public void write(EndpointView view, JsonWriter json) {
        Endpoint endpoint = view.endpoint();
        EndpointSettings settings = endpoint.settings();
        json.id("id", endpoint.id().seq())
                .text("resource", "webhook_config")
                .text("uid", endpoint.uid())
                .id("organisation", endpoint.organisation().seq())
                .text("url", settings.url())
                .text("secret", view.secrets() ? endpoint.secrets().current().text() : null)
                .text("public_key", publicKey(endpoint.secrets().ed25519()))
                .word("state", endpoint.state())
                .text("state_reason", endpoint.stateReason())
                .bool("verified", endpoint.verified())
                .text("receives", view.receives());
        tests(endpoint.tests(), json);
        wishes(settings, json);
        missed(view.missed(), json);
        json.time("date_created", endpoint.createdMs())
                .time("date_updated", endpoint.updatedMs())
                .time("date_tested", endpoint.testedMs());
    }

    private static void wishes(EndpointSettings settings, JsonWriter json) {
        json.text("name", settings.name())
                .text("description", settings.description())
                .text("profile", settings.profile());
        if (settings.eventTypes() == null) {
            json.nothing("event_types");
        } else {
            json.texts("event_types", settings.eventTypes());
        }
        json.texts("channels", settings.channels());
        json.texts("headers", masked(settings.headers()));
        AuthJson.write(settings.auth(), json);
        OptionsJson.write(settings.profile(), settings.options(), json);
        RetryJson.write(settings.retry(), settings.stopOn(), json);
        json.decimal("rate_limit", settings.ratePerSecond())
                .number("max_in_flight", settings.maxInFlight())
                .word("ordering", settings.ordering())
                .number("timeout_ms", millis(settings.timeout()))
                .bool("paused", settings.paused())
                .texts("metadata", new TreeMap<>(settings.metadata()))
                .text("operational", settings.operational() ? "all" : null);
    }

    /** What matched while no delivery could be made, and was not sent since. */
    static void missed(Missed missed, JsonWriter json) {
        json.name("missed")
                .beginObject()
                .number("events", missed.events())
                .time("since", missed.events() == 0 ? null : (Long) missed.sinceMs())
                .endObject();
    }

    /** By event type; empty where a profile tests all types as one. */
    private static void tests(TestRecord found, JsonWriter json) {
        json.name("tests").beginObject();
        new TreeMap<>(found.types())
                .forEach((type, test) ->
                        json.name(type)
                                .beginObject()
                                .time("date", test.atMs())
                                .bool("passed", test.passed())
                                .text("message", test.message())
                                .endObject());
        json.endObject();
    }

    private static Map<String, String> masked(Map<String, String> headers) {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.replaceAll(SecretHeaders::shown);
        return shown;
    }

    private static @Nullable Integer millis(@Nullable Duration timeout) {
        return timeout == null ? null : Math.toIntExact(timeout.toMillis());
    }

    private static @Nullable String publicKey(@Nullable Secret ed25519) {
        return ed25519 == null ? null : Ed25519Keys.publicKey(ed25519);
    }
}
