package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointAuth.Basic;
import dev.posthorn.core.endpoint.EndpointAuth.Bearer;
import dev.posthorn.core.endpoint.EndpointAuth.ClientAuthentication;
import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.signature.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An endpoint's authentication as JSON, to be sealed before it is written. */
final class AuthCodec {
    private AuthCodec() {}

    static ObjectNode encode(EndpointAuth auth) {
        ObjectNode json = Json.object().put("type", auth.type());
        return switch (auth) {
            case Basic(String username, Secret password) ->
                    json.put("username", username).put("password", password.text());
            case Bearer(Secret token) -> json.put("token", token.text());
            case OAuth2 oauth2 -> encode(oauth2, json);
            case ClientCertificate(String certificate, Secret key) ->
                    json.put("certificate", certificate).put("private_key", key.text());
        };
    }

    private static ObjectNode encode(OAuth2 oauth2, ObjectNode json) {
        return json.put("token_url", oauth2.tokenUrl())
                .put("client_id", oauth2.clientId())
                .put("client_secret", oauth2.clientSecret().text())
                .put("scope", oauth2.scope())
                .put("audience", oauth2.audience())
                .put("client_authentication", oauth2.clientAuthentication().name());
    }

    /** Null when there is none. */
    static @Nullable EndpointAuth decode(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        String type = Json.text(json, "type");
        return switch (type) {
            case "basic" -> new Basic(Json.text(json, "username"), secret(json, "password"));
            case "bearer" -> new Bearer(secret(json, "token"));
            case "oauth2" -> oauth2(json);
            case "mtls" ->
                    new ClientCertificate(
                            Json.text(json, "certificate"), secret(json, "private_key"));
            default -> throw new IllegalStateException("authentication of unknown type " + type);
        };
    }

    private static OAuth2 oauth2(JsonNode json) {
        return new OAuth2(
                Json.text(json, "token_url"),
                Json.text(json, "client_id"),
                secret(json, "client_secret"),
                Json.textOrNull(json, "scope"),
                Json.textOrNull(json, "audience"),
                ClientAuthentication.valueOf(Json.text(json, "client_authentication")));
    }

    private static Secret secret(JsonNode json, String field) {
        return new Secret(Json.text(json, field));
    }
}
