package dev.posthorn.server.store.row;

import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.EndpointSecrets.Previous;
import dev.posthorn.core.signature.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An endpoint's secrets as JSON, to be sealed before it is written. */
final class SecretsCodec {
    private SecretsCodec() {}

    static void write(EndpointSecrets secrets, ObjectNode json) {
        Secret ed25519 = secrets.ed25519();
        json.put("current", secrets.current().text())
                .put("ed25519", ed25519 == null ? null : ed25519.text());
        ArrayNode previous = json.putArray("previous");
        for (Previous old : secrets.previous()) {
            previous.addObject().put("secret", old.secret().text()).put("until_ms", old.untilMs());
        }
    }

    static EndpointSecrets read(JsonNode json) {
        List<Previous> previous = new ArrayList<>();
        json.required("previous").forEach(old -> previous.add(previous(old)));
        return new EndpointSecrets(
                new Secret(Json.text(json, "current")),
                previous,
                secret(Json.textOrNull(json, "ed25519")));
    }

    private static Previous previous(JsonNode json) {
        return new Previous(
                new Secret(Json.text(json, "secret")), json.required("until_ms").longValue());
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : new Secret(text);
    }
}
