package dev.posthorn.server.store.row;

import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code api_key.body}: everything but the columns beside it. */
public final class KeyCodec {
    private KeyCodec() {}

    public static String encode(Key key) {
        ObjectNode json =
                Json.object()
                        .put("name", key.name())
                        .put("state", key.state().name())
                        .put("endpoint", key.endpoint())
                        .put("created_ms", key.createdMs())
                        .put("expires_ms", key.expiresMs());
        json.set("scopes", Json.array(key.scopes().stream().map(Scope::name).sorted().toList()));
        return json.toString();
    }

    public static Key decode(long seq, @Nullable Long organisation, String tokenHash, String body) {
        JsonNode json = Json.read(body);
        return new Key(
                new KeyId(seq),
                organisation == null ? null : new OrganisationId(organisation),
                Json.textOrNull(json, "name"),
                Json.texts(json.required("scopes")).stream()
                        .map(Scope::valueOf)
                        .collect(Collectors.toSet()),
                tokenHash,
                KeyState.valueOf(Json.text(json, "state")),
                Json.longOrNull(json, "endpoint"),
                json.required("created_ms").longValue(),
                Json.longOrNull(json, "expires_ms"));
    }
}
