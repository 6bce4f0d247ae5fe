package dev.posthorn.client.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param id of the request
 * @param status of HTTP; null when there was no answer
 * @param headers of the answer by name
 * @param body the first 16 KiB are kept; null for none
 * @param truncated whether there was more of the body
 * @param error why there was no answer, at most 500 characters; null when there was one
 */
public record ListenerAnswer(
        long id,
        @Nullable Integer status,
        Map<String, String> headers,
        @Nullable String body,
        boolean truncated,
        @Nullable String error) {
    private static final int MAX_ERROR = 500;

    /**
     * Something answered.
     *
     * @param id of the request
     * @param status of HTTP
     * @param headers by name
     * @param body as text
     * @param truncated whether there was more of the body
     * @return the answer
     */
    public static ListenerAnswer of(
            long id, int status, Map<String, String> headers, String body, boolean truncated) {
        return new ListenerAnswer(id, status, headers, body, truncated, null);
    }

    /**
     * Nothing answered.
     *
     * @param id of the request
     * @param why a sentence for whoever looks at the attempt
     * @return the answer
     */
    public static ListenerAnswer failed(long id, String why) {
        String cut = why.length() > MAX_ERROR ? why.substring(0, MAX_ERROR) : why;
        return new ListenerAnswer(id, null, Map.of(), null, false, cut);
    }
}
