package dev.posthorn.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What gets requests past a door before a receiver. Its secrets are never answered again: they read
 * {@code ***}. Immutable.
 */
public final class EndpointAuth {
    private final Map<String, Object> kind;

    private EndpointAuth(String kind, Map<String, @Nullable Object> fields) {
        this.kind = Map.of(kind, fields);
    }

    /**
     * The header {@code Authorization} with a name and a password.
     *
     * @param username without a colon
     * @param password its password
     * @return for {@link WebhookConfigFields#auth}
     */
    public static EndpointAuth basic(String username, String password) {
        return new EndpointAuth("basic", Map.of("username", username, "password", password));
    }

    /**
     * The header {@code Authorization} with a token that stays the same.
     *
     * @param token printable ASCII without spaces
     * @return for {@link WebhookConfigFields#auth}
     */
    public static EndpointAuth bearer(String token) {
        return new EndpointAuth("bearer", Map.of("token", token));
    }

    /**
     * The header {@code Authorization} with a token fetched with the client's own credentials (RFC
     * 6749, 4.4).
     *
     * @param tokenUrl of the token server
     * @param clientId the client's name there
     * @param clientSecret the client's secret there
     * @param scope to ask for, parted by spaces; null for none
     * @return for {@link WebhookConfigFields#auth}
     */
    public static EndpointAuth oauth2(
            String tokenUrl, String clientId, String clientSecret, @Nullable String scope) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("token_url", tokenUrl);
        fields.put("client_id", clientId);
        fields.put("client_secret", clientSecret);
        fields.put("scope", scope);
        return new EndpointAuth("oauth2", fields);
    }

    /**
     * A certificate shown when the TLS connection is made; needs an https URL.
     *
     * @param certificate in PEM, its own first, then its chain
     * @param privateKey PKCS#8 in PEM
     * @return for {@link WebhookConfigFields#auth}
     */
    public static EndpointAuth certificate(String certificate, String privateKey) {
        return new EndpointAuth(
                "mtls", Map.of("certificate", certificate, "private_key", privateKey));
    }

    Map<String, Object> map() {
        return kind;
    }

    /** Without the secrets: values end up in logs. */
    @Override
    public String toString() {
        return "EndpointAuth" + kind.keySet();
    }
}
