package dev.posthorn.server.http;

import java.util.Arrays;
import java.util.Map;

/**
 * An answer.
 *
 * @param contentType empty for an answer without a body
 * @param headers beyond the content's type and length
 */
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
    public static final String JSON = "application/json";

    /** Answers may hold secrets and are never the same twice. */
    private static final Map<String, String> NOT_KEPT = Map.of("Cache-Control", "no-store");

    private static final byte[] NOTHING = {};

    public static Response json(int status, byte[] body) {
        return new Response(status, JSON, body, NOT_KEPT);
    }

    public static Response empty(int status, Map<String, String> headers) {
        return new Response(status, "", NOTHING, headers);
    }

    public static Response of(ApiError error) {
        return new Response(error.code().status(), JSON, ErrorBody.of(error), error.headers());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Response that
                && status == that.status
                && contentType.equals(that.contentType)
                && Arrays.equals(body, that.body)
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }
}
