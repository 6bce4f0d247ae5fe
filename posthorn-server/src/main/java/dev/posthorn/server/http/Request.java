package dev.posthorn.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, whole: the body has been read.
 *
 * @param path as sent, without the query
 * @param values what stands in the gaps of the route's template
 * @param headers a header's first value by its name, null when it was not sent
 * @param body empty when there was none; shared, never changed
 * @param caller null on routes open to anyone
 * @param address IP address the connection came from
 */
public record Request(
        Method method,
        String path,
        Map<String, String> values,
        Query query,
        UnaryOperator<@Nullable String> headers,
        byte[] body,
        @Nullable Caller caller,
        String address) {

    /** What stands in a gap of the route's template. */
    public String value(String gap) {
        String value = values.get(gap);
        if (value == null) {
            throw new IllegalArgumentException("the route has no gap " + gap + ": " + path);
        }
        return value;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** Who calls; only routes that ask for a key may ask. */
    public Caller signedIn() {
        if (caller == null) {
            throw new IllegalStateException("no key was asked for on " + path);
        }
        return caller;
    }
}
