package dev.posthorn.client.resource;

import java.util.Map;

/**
 * A request as an endpoint with a URL would get it.
 *
 * @param id for the answer
 * @param method such as {@code POST}
 * @param path what stands behind the URL: {@code /}, or a slash and the event's id
 * @param headers by name, in the order sent
 * @param body its bytes in UTF-8 are what is signed
 * @param timeoutMs milliseconds until the answer must be at the server
 */
public record ListenerRequest(
        long id,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        long timeoutMs) {}
