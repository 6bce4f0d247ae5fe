package dev.posthorn.server.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.profile.OutgoingRequest;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a token with the client's own credentials: RFC 6749, 4.4.2. */
final class TokenRequest {
    private TokenRequest() {}

    static OutgoingRequest of(OAuth2 client, String userAgent) {
        List<String> headers =
                new ArrayList<>(
                        List.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Accept",
                                "application/json",
                                "User-Agent",
                                userAgent));
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        add("scope", client.scope(), form);
        add("audience", client.audience(), form);
        switch (client.clientAuthentication()) {
            case BASIC -> headers.addAll(List.of("Authorization", basic(client)));
            case POST -> {
                add("client_id", client.clientId(), form);
                add("client_secret", client.clientSecret().text(), form);
            }
        }
        return new OutgoingRequest(
                "POST",
                client.tokenUrl(),
                headers.toArray(String[]::new),
                form.toString().getBytes(UTF_8));
    }

    /** Both parts are form-encoded first: RFC 6749, 2.3.1. */
    private static String basic(OAuth2 client) {
        String credentials =
                encoded(client.clientId()) + ":" + encoded(client.clientSecret().text());
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    private static void add(String name, @Nullable String value, StringBuilder form) {
        if (value != null) {
            form.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
