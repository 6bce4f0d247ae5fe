package dev.posthorn.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls by path, answered as JSON: for whatever this client has no types for. */
public final class RawCalls {
    private final Transport transport;

    RawCalls(Transport transport) {
        this.transport = transport;
    }

    /** {@code path} from {@code /}. */
    public JsonNode get(String path, Filter filter) {
        return transport.send(Call.get(filter.on(path)));
    }

    /** {@code body} is anything Jackson writes; null for none. */
    public JsonNode post(String path, @Nullable Object body) {
        return transport.send(Call.post(path, body));
    }

    /** Like {@link #post}, but waits up to {@code seconds} (10) for the task it starts. */
    public JsonNode postAndAwait(String path, @Nullable Object body, int seconds) {
        return transport.send(
                Call.post(path, body).with("Ricloud-Await", Integer.toString(seconds)));
    }

    public JsonNode put(String path, Object body) {
        return transport.send(Call.put(path, body));
    }

    public JsonNode delete(String path) {
        return transport.send(Call.delete(path));
    }
}
