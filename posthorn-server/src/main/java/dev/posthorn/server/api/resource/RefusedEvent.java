package dev.posthorn.server.api.resource;

import dev.posthorn.server.api.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event of a batch that was not stored, in its place: what the whole call would be answered with
 * if it were all or none.
 *
 * @param params what is wrong, by field such as {@code events[3].type}
 */
public record RefusedEvent(String error, String message, Map<String, String> params)
        implements PublishedItem {
    public RefusedEvent {
        params = new LinkedHashMap<>(params);
    }

    @Override
    public boolean isNew() {
        return false;
    }

    @Override
    public void write(JsonWriter json) {
        json.text("resource", "error").text("error", error).text("message", message);
        if (!params.isEmpty()) {
            json.texts("params", params);
        }
    }
}
