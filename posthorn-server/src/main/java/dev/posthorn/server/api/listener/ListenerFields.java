package dev.posthorn.server.api.listener;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import dev.posthorn.server.listener.ListenerLimits;
import java.util.List;

/** The resource {@code listener}: an endpoint as whoever listens needs to know it. */
record ListenerFields(PublicIds ids) implements Fields<Endpoint> {
    @Override
    public void write(Endpoint endpoint, JsonWriter json) {
        EndpointSettings settings = endpoint.settings();
        String id = ids.text(endpoint.id().seq());
        Secret pair = endpoint.secrets().ed25519();
        List<String> types = settings.eventTypes();
        json.text("id", id)
                .text("resource", "listener")
                .id("organisation", endpoint.organisation().seq())
                .text("name", settings.url().substring(settings.url().lastIndexOf('/') + 1))
                .text("url", settings.url())
                .text("profile", settings.profile())
                .texts("event_types", types == null ? List.of() : types)
                .texts("channels", settings.channels())
                .text("secret", endpoint.secrets().current().text())
                .text("public_key", pair == null ? null : Ed25519Keys.publicKey(pair))
                .text("stream", "/listeners/" + id + "/stream")
                .text("answers", "/listeners/" + id + "/answers")
                .number("ends_after_s", ListenerLimits.LIFE_WITHOUT_CONNECTION.toSeconds())
                .time("date_created", endpoint.createdMs());
    }
}
