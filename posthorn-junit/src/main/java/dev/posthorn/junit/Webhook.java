package dev.posthorn.junit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One genuine request as it arrived.
 *
 * @param id of the event, the same when it is tried again
 * @param path of the request with its query
 * @param headers names in any case; several values of a name joined with a comma
 * @param body as it arrived
 * @param signed when it was signed, to the second
 */
public record Webhook(
        String id,
        String method,
        String path,
        Map<String, String> headers,
        byte[] body,
        Instant signed) {

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** What was published, where the profile puts it under {@code data}. */
    public JsonNode data() {
        return json().path("data");
    }

    /**
     * The event type, such as {@code user.updated}; empty for profiles whose requests do not carry
     * it: {@code eventinsight} and {@code fastcomments}.
     */
    public String type() {
        JsonNode json = json();
        String type = json.path("type").asString("");
        String action = json.path("action").asString("");
        return action.isEmpty() ? type : type + "." + action;
    }

    @Override
    public String toString() {
        return method + " " + path + " " + id + " " + text();
    }
}
