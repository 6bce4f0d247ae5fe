package dev.posthorn.cli.receiver;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param path with its query
 * @param headers by lower-case name; of a repeated one the first
 */
public record ReceivedRequest(
        String method, String path, Map<String, String> headers, byte[] body, Instant arrived) {

    /** {@code name} in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean has(String name) {
        return headers.containsKey(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
