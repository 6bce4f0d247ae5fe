package dev.posthorn.server.api.resource;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.Payload;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The resource {@code event_type}; its slug is its id. */
public final class EventTypeFields implements Fields<TypeEntry> {
    @Override
    public void write(TypeEntry entry, JsonWriter json) {
        json.text("id", entry.type().slug())
                .text("resource", "event_type")
                .text("slug", entry.type().slug())
                .text("description", entry.description());
        raw("schema", entry.schema(), json);
        json.bool("enforce", entry.enforce());
        raw("example", entry.example(), json);
        json.bool("archived", entry.archived())
                .time("date_created", entry.createdMs())
                .time("date_updated", entry.updatedMs());
    }

    private static void raw(String name, @Nullable Payload value, JsonWriter json) {
        if (value == null) {
            json.nothing(name);
        } else {
            json.raw(name, value.bytes());
        }
    }
}
