package dev.posthorn.core.endpoint;

import dev.posthorn.core.signature.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How requests get past what stands before a receiver, whatever signature they carry. */
public sealed interface EndpointAuth {

    /** RFC 7617: both in UTF-8, the name without a colon. */
    record Basic(String username, Secret password) implements EndpointAuth {}

    /** RFC 6750, with a token that is the same until somebody changes it. */
    record Bearer(Secret token) implements EndpointAuth {}

    /**
     * RFC 6749, 4.4: a token of its own from the receiver's authorisation server, fetched anew
     * before it expires.
     *
     * @param scope parted by spaces; null to ask for none
     * @param audience sent as {@code audience} where a server wants one; null for none
     */
    record OAuth2(
            String tokenUrl,
            String clientId,
            Secret clientSecret,
            @Nullable String scope,
            @Nullable String audience,
            ClientAuthentication clientAuthentication)
            implements EndpointAuth {}

    /**
     * A certificate shown when the TLS connection is made.
     *
     * @param certificate in PEM, its chain after it
     * @param privateKey of the certificate, PKCS#8 in PEM
     */
    record ClientCertificate(String certificate, Secret privateKey) implements EndpointAuth {}

    /** RFC 6749, 2.3.1: how the client's own secret gets to the token server. */
    enum ClientAuthentication {
        /** In the header {@code Authorization}, as {@code client_secret_basic}. */
        BASIC,
        /** In the form, as {@code client_secret_post}. */
        POST
    }

    /** The word that names the kind, as in the API. */
    default String type() {
        return switch (this) {
            case Basic _ -> "basic";
            case Bearer _ -> "bearer";
            case OAuth2 _ -> "oauth2";
            case ClientCertificate _ -> "mtls";
        };
    }

    /** Whether requests carry a header {@code Authorization} because of it. */
    default boolean setsAuthorization() {
        return switch (this) {
            case Basic _, Bearer _, OAuth2 _ -> true;
            case ClientCertificate _ -> false;
        };
    }

    /** What {@code Authorization} says before the token the sender puts behind it. */
    String BEARER = "Bearer ";

    /**
     * What {@code Authorization} says in every request, with {@link OAuth2} no more than {@link
     * #BEARER}; empty without that header.
     */
    default Optional<String> authorization() {
        return switch (this) {
            case Basic(String name, Secret password) ->
                    Optional.of(basic(name + ":" + password.text()));
            case Bearer(Secret token) -> Optional.of(BEARER + token.text());
            case OAuth2 _ -> Optional.of(BEARER);
            case ClientCertificate _ -> Optional.empty();
        };
    }

    private static String basic(String credentials) {
        byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
}
