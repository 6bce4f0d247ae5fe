package dev.posthorn.server.store.row;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code event_type.body}: everything but the slug. Schema and example are kept as texts. */
public final class EventTypeCodec {
    private EventTypeCodec() {}

    public static String encode(TypeEntry entry) {
        return Json.object()
                .put("description", entry.description())
                .put("schema", text(entry.schema()))
                .put("enforce", entry.enforce())
                .put("example", text(entry.example()))
                .put("archived", entry.archived())
                .put("created_ms", entry.createdMs())
                .put("updated_ms", entry.updatedMs())
                .toString();
    }

    public static TypeEntry decode(String slug, String body) {
        JsonNode json = Json.read(body);
        return new TypeEntry(
                new EventType(slug),
                Json.textOrNull(json, "description"),
                payload(Json.textOrNull(json, "schema")),
                json.required("enforce").booleanValue(),
                payload(Json.textOrNull(json, "example")),
                json.required("archived").booleanValue(),
                Json.longOrNull(json, "created_ms"),
                Json.longOrNull(json, "updated_ms"));
    }

    private static @Nullable String text(@Nullable Payload json) {
        return json == null ? null : new String(json.bytes(), StandardCharsets.UTF_8);
    }

    private static @Nullable Payload payload(@Nullable String json) {
        return json == null ? null : new Payload(json.getBytes(StandardCharsets.UTF_8));
    }
}
