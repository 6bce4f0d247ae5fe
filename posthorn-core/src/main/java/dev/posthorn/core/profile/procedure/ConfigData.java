package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.wire.JsonObject;
import java.util.Locale;

/**
 * An endpoint as JSON, for tests to send. Its secret is not in there, nor are its own headers,
 * which may hold credentials: bodies are shown in the log, where headers are masked.
 */
public final class ConfigData {
    private ConfigData() {}

    static byte[] json(Endpoint endpoint, PublicIds ids) {
        return object(endpoint, ids).bytes();
    }

    /** To be added to. */
    public static JsonObject object(Endpoint endpoint, PublicIds ids) {
        EndpointSettings settings = endpoint.settings();
        return new JsonObject()
                .string("id", ids.text(endpoint.id().seq()))
                .string("resource", "webhook_config")
                .string("organisation", ids.text(endpoint.organisation().seq()))
                .string("uid", endpoint.uid())
                .string("url", settings.url())
                .string("name", settings.name())
                .string("description", settings.description())
                .string("profile", settings.profile())
                .strings("event_types", settings.eventTypes())
                .strings("channels", settings.channels())
                .string("ordering", word(settings.ordering()))
                .bool("paused", settings.paused())
                .string("state", word(endpoint.state()))
                .bool("verified", endpoint.verified())
                .time("date_created", endpoint.createdMs())
                .time("date_updated", endpoint.updatedMs())
                .time("date_tested", endpoint.testedMs());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
