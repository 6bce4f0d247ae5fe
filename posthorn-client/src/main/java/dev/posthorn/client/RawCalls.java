package dev.posthorn.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls by path, answered as JSON: for whatever this client has no types for. */
public final class RawCalls {
    private final Transport transport;

    RawCalls(Transport transport) {
        this.transport = transport;
    }

    /** The path of a resource: {@code path("deliveries", id, "attempts")}. */
    public static String path(String... segments) {
        return Arrays.stream(segments)
                .map(Filter::encoded)
                .collect(Collectors.joining("/", "/", ""));
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

    /** Like {@link Events#publish(NewEvent)}. */
    public JsonNode publish(NewEvent event) {
        return transport.send(Events.publishing(event));
    }

    /** Publishes what is JSON already: an event object or an array of them. Sent once only. */
    public JsonNode publishJson(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return transport.send(new Call("POST", "/events", Map.of(), body, false));
    }

    public JsonNode put(String path, Object body) {
        return transport.send(Call.put(path, body));
    }

    public JsonNode delete(String path) {
        return transport.send(Call.delete(path));
    }
}
