package dev.posthorn.core.profile.request;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.signature.StandardSigner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of one revision of an endpoint have in common, whatever its profile: content
 * type, user agent, the three headers of Standard Webhooks, the profile's fixed headers and the
 * owner's. Used by many threads.
 */
public final class RequestFrame {
    // Where the values that change with every request stand in the list of headers.
    private static final int ID = 5;
    private static final int TIMESTAMP = 7;
    private static final int SIGNATURE = 9;

    private static final int THREE_HEADERS = 6;

    private final StandardSigner signer;
    private final String[] headers;
    private final int times;
    private final @Nullable EndpointAuth auth;

    private RequestFrame(
            StandardSigner signer, List<String> headers, int times, @Nullable EndpointAuth auth) {
        this.signer = signer;
        this.headers = headers.toArray(String[]::new);
        this.times = times;
        this.auth = auth;
    }

    /**
     * The frame of a profile that adds headers of its own or signs in its own way.
     *
     * @param profileHeaders names and values by turns, the same in every request
     * @param varying names of headers the profile hands in with each request
     */
    public static RequestFrame of(
            Endpoint endpoint,
            SenderIdentity identity,
            StandardSigner signer,
            String contentType,
            List<String> profileHeaders,
            List<String> varying) {
        List<String> headers = first(identity, contentType);
        headers.addAll(three("webhook-"));
        headers.addAll(profileHeaders);
        OwnHeaders.add(endpoint.settings(), varying, headers);
        return new RequestFrame(signer, headers, 1, endpoint.settings().auth());
    }

    /** A plain frame whose three headers come a second time, named with {@code prefix}. */
    public static RequestFrame signedTwice(
            Endpoint endpoint, SenderIdentity identity, String prefix) {
        List<String> headers = first(identity, "application/json");
        headers.addAll(three("webhook-"));
        headers.addAll(three(prefix));
        OwnHeaders.add(endpoint.settings(), List.of(), headers);
        return new RequestFrame(
                StandardSigner.hmac(endpoint.secrets()), headers, 2, endpoint.settings().auth());
    }

    private static List<String> first(SenderIdentity identity, String contentType) {
        return new ArrayList<>(
                List.of("Content-Type", contentType, "User-Agent", identity.userAgent()));
    }

    private static List<String> three(String prefix) {
        return List.of(prefix + "id", "", prefix + "timestamp", "", prefix + "signature", "");
    }

    /** A frame whose profile adds no header and signs with the shared secret. */
    public static RequestFrame plain(Endpoint endpoint, SenderIdentity identity) {
        return of(
                endpoint,
                identity,
                StandardSigner.hmac(endpoint.secrets()),
                "application/json",
                List.of(),
                List.of());
    }

    /**
     * Signs {@code body} and puts the request together.
     *
     * @param id the event's id as text
     * @param more names and values by turns of headers that come last
     */
    public OutgoingRequest request(
            String method,
            String url,
            String id,
            AttemptContext attempt,
            byte[] body,
            String... more) {
        String timestamp = Long.toString(attempt.timestampSeconds());
        String[] filled = Arrays.copyOf(headers, headers.length + more.length);
        String signature = signer.sign(id, timestamp, body, attempt.nowMs());
        for (int i = 0; i < times; i++) {
            filled[ID + i * THREE_HEADERS] = id;
            filled[TIMESTAMP + i * THREE_HEADERS] = timestamp;
            filled[SIGNATURE + i * THREE_HEADERS] = signature;
        }
        System.arraycopy(more, 0, filled, headers.length, more.length);
        return new OutgoingRequest(method, url, filled, body, auth);
    }
}
