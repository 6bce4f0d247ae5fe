package dev.posthorn.core.profile;

import dev.posthorn.core.endpoint.EndpointAuth;
import org.jspecify.annotations.Nullable;

/**
 * A request ready to leave: exactly these bytes are signed and sent.
 *
 * @param headers names and values by turns, in the order sent
 * @param auth what the sender has to see to beyond these headers; null for nothing
 */
public record OutgoingRequest(
        String method, String url, String[] headers, byte[] body, @Nullable EndpointAuth auth) {

    /** One that gets by with what it carries. */
    public OutgoingRequest(String method, String url, String[] headers, byte[] body) {
        this(method, url, headers, body, null);
    }
}
