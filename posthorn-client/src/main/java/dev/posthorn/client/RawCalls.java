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

    /**
     * The path of a resource: {@code path("deliveries", id, "attempts")}.
     *
     * @param segments encoded where they need it
     * @return as the API writes it
     */
    public static String path(String... segments) {
        return Arrays.stream(segments)
                .map(Filter::encoded)
                .collect(Collectors.joining("/", "/", ""));
    }

    /**
     * {@code path} from {@code /}.
     *
     * @param path from {@code /}, with its query
     * @param filter which of them, and from where
     * @return the answer as it is
     */
    public JsonNode get(String path, Filter filter) {
        return transport.send(Call.get(filter.on(path)));
    }

    /**
     * {@code body} is anything Jackson writes; null for none.
     *
     * @param path from {@code /}, with its query
     * @param body anything Jackson writes; null for none
     * @return the answer as it is
     */
    public JsonNode post(String path, @Nullable Object body) {
        return transport.send(Call.post(path, body));
    }

    /**
     * Like {@link #post}, but waits up to {@code seconds} (10) for the task it starts.
     *
     * @param path from {@code /}, with its query
     * @param body anything Jackson writes; null for none
     * @param seconds 0 to 10
     * @return the answer as it is
     */
    public JsonNode postAndAwait(String path, @Nullable Object body, int seconds) {
        return transport.send(
                Call.post(path, body).with("Ricloud-Await", Integer.toString(seconds)));
    }

    /**
     * Like {@link Events#publish(NewEvent)}.
     *
     * @param event what happened
     * @return the answer as it is
     */
    public JsonNode publish(NewEvent event) {
        return transport.send(Events.publishing(event));
    }

    /**
     * Publishes what is JSON already: an event object or an array of them. Sent once only.
     *
     * @param json a JSON object, or for a batch an array
     * @return the answer as it is
     */
    public JsonNode publishJson(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return transport.send(new Call("POST", "/events", Map.of(), body, false));
    }

    /**
     * A PUT.
     *
     * @param path from {@code /}, with its query
     * @param body anything Jackson writes; null for none
     * @return the answer as it is
     */
    public JsonNode put(String path, Object body) {
        return transport.send(Call.put(path, body));
    }

    /**
     * A DELETE.
     *
     * @param path from {@code /}, with its query
     * @return the answer as it is
     */
    public JsonNode delete(String path) {
        return transport.send(Call.delete(path));
    }
}
