package dev.posthorn.server.api.json;

import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.Page;
import java.util.Map;
import java.util.function.Consumer;

/** Whole answers: one resource, a list of them, or an error. Used by many threads. */
public final class Documents {
    private final PublicIds ids;

    public Documents(PublicIds ids) {
        this.ids = ids;
    }

    public <T> byte[] one(T value, Fields<? super T> fields) {
        return object(json -> fields.write(value, json));
    }

    /** {@code url}: path of the list, such as {@code /events}. */
    public <T> byte[] list(String url, Page<T> page, Fields<? super T> fields) {
        return object(json -> list(json, url, page, fields));
    }

    /** {@code params}: what is wrong, by field; left out when empty. */
    public byte[] error(String code, String message, Map<String, String> params) {
        return object(json -> {
            json.text("error", code).text("message", message);
            if (!params.isEmpty()) {
                json.texts("params", params);
            }
        });
    }

    private byte[] object(Consumer<JsonWriter> fields) {
        JsonWriter json = new JsonWriter(ids);
        json.beginObject();
        fields.accept(json);
        return json.endObject().toBytes();
    }

    private static <T> void list(
            JsonWriter json, String url, Page<T> page, Fields<? super T> fields) {
        json.text("resource", "list").name("data").beginArray();
        for (T row : page.rows()) {
            json.beginObject();
            fields.write(row, json);
            json.endObject();
        }
        json.endArray().bool("has_more", page.hasMore()).number("total_count", page.total());
        if (page.totalCapped()) {
            json.bool("total_count_capped", true);
        }
        if (page.nextAfter() != 0) {
            json.id("next_after_id", page.nextAfter());
        }
        json.text("url", url);
    }
}
