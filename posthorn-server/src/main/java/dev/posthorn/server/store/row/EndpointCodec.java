package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.server.secretbox.Place;
import dev.posthorn.server.secretbox.SecretBox;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An endpoint in {@code body}, open, and {@code secrets}, sealed: its secrets, custom headers and
 * authentication. The same two columns serve {@code endpoint} and {@code endpoint_revision}.
 */
public final class EndpointCodec {
    private final SecretBox box;

    public EndpointCodec(SecretBox box) {
        this.box = box;
    }

    public static String body(Endpoint endpoint) {
        ObjectNode json =
                Json.object()
                        .put("uid", endpoint.uid())
                        .put("state", endpoint.state().name())
                        .put("state_reason", endpoint.stateReason())
                        .put("state_since_ms", endpoint.stateSinceMs())
                        .put("verified", endpoint.verified())
                        .put("created_ms", endpoint.createdMs())
                        .put("updated_ms", endpoint.updatedMs())
                        .put("tested_ms", endpoint.testedMs())
                        .put("revision", endpoint.revision());
        SettingsCodec.write(endpoint.settings(), json);
        json.set("tests", TestRecordCodec.encode(endpoint.tests()));
        return json.toString();
    }

    public byte[] secrets(Endpoint endpoint) {
        ObjectNode json = Json.object();
        SecretsCodec.write(endpoint.secrets(), json);
        json.set("headers", Json.map(endpoint.settings().headers()));
        EndpointAuth auth = endpoint.settings().auth();
        if (auth != null) {
            json.set("auth", AuthCodec.encode(auth));
        }
        return box.seal(
                place(endpoint.organisation().seq(), endpoint.id().seq()),
                Json.MAPPER.writeValueAsBytes(json));
    }

    /** {@code seq} and {@code organisation} are the row's columns. */
    public Endpoint decode(long seq, long organisation, String body, byte[] sealedSecrets) {
        JsonNode sealed = Json.MAPPER.readTree(box.open(place(organisation, seq), sealedSecrets));
        return decode(
                new EndpointId(seq),
                new OrganisationId(organisation),
                Json.read(body),
                SecretsCodec.read(sealed),
                Json.textMap(sealed.required("headers")),
                AuthCodec.decode(sealed.get("auth")));
    }

    private static Endpoint decode(
            EndpointId id,
            OrganisationId organisation,
            JsonNode json,
            EndpointSecrets secrets,
            Map<String, String> headers,
            @Nullable EndpointAuth auth) {
        return new Endpoint(
                id,
                organisation,
                Json.textOrNull(json, "uid"),
                SettingsCodec.read(json, headers, auth),
                secrets,
                EndpointState.valueOf(Json.text(json, "state")),
                Json.textOrNull(json, "state_reason"),
                json.required("state_since_ms").longValue(),
                json.required("verified").booleanValue(),
                json.required("created_ms").longValue(),
                json.required("updated_ms").longValue(),
                Json.longOrNull(json, "tested_ms"),
                TestRecordCodec.decode(json.required("tests")),
                json.required("revision").intValue());
    }

    private static Place place(long organisation, long endpoint) {
        return new Place(organisation, endpoint, "endpoint.secrets");
    }
}
