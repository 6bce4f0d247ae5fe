package dev.posthorn.server.api.resource;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointAuth.Basic;
import dev.posthorn.core.endpoint.EndpointAuth.Bearer;
import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.server.api.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** {@code auth} of an endpoint, as it can be sent back: secrets are masked to everyone. */
final class AuthJson {
    private AuthJson() {}

    static void write(@Nullable EndpointAuth auth, JsonWriter json) {
        if (auth == null) {
            json.nothing("auth");
            return;
        }
        json.name("auth").beginObject().name(auth.type()).beginObject();
        switch (auth) {
            case Basic(String username, _) ->
                    json.text("username", username).text("password", SecretHeaders.MASK);
            case Bearer _ -> json.text("token", SecretHeaders.MASK);
            case OAuth2 oauth2 -> oauth2(oauth2, json);
            case ClientCertificate(String certificate, _) ->
                    json.text("certificate", certificate).text("private_key", SecretHeaders.MASK);
        }
        json.endObject().endObject();
    }

    private static void oauth2(OAuth2 oauth2, JsonWriter json) {
        json.text("token_url", oauth2.tokenUrl())
                .text("client_id", oauth2.clientId())
                .text("client_secret", SecretHeaders.MASK)
                .text("scope", oauth2.scope())
                .text("audience", oauth2.audience())
                .word("client_authentication", oauth2.clientAuthentication());
    }
}
