package dev.posthorn.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API.
 *
 * @param path with its query, from {@code /}
 * @param body JSON or NDJSON; null for none
 * @param repeatable whether sending it twice does no more than sending it once
 */
record Call(
        String method,
        String path,
        Map<String, String> headers,
        byte @Nullable [] body,
        boolean repeatable) {

    static Call get(String path) {
        return new Call("GET", path, Map.of(), null, true);
    }

    static Call post(String path, @Nullable Object body) {
        return new Call("POST", path, Map.of(), body == null ? null : Json.bytes(body), false);
    }

    static Call put(String path, Object body) {
        return new Call("PUT", path, Map.of(), Json.bytes(body), true);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), null, true);
    }

    Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body, repeatable);
    }
}
