package dev.posthorn.server.api.resource;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The resource {@code event}. Its {@code type} is the entity alone, as ricloud clients expect; the
 * whole slug is {@code event_type}.
 */
public final class EventFields implements Fields<EventSummary> {
    @Override
    public void write(EventSummary event, JsonWriter json) {
        json.id("id", event.id().seq()).text("resource", "event");
        writeType(event.type(), json);
        writeEntityId(event.entityId(), json);
        json.id("organisation", event.organisation().seq());
        json.id("key", event.key() == null ? null : event.key().seq())
                .texts("channels", event.channels())
                .word("state", event.state())
                .number("deliveries", event.deliveries())
                .time("date_created", event.createdMs());
    }

    /** The single view: also the data, byte for byte as published; null when it was erased. */
    public Fields<EventSummary> withData(@Nullable Payload data) {
        return (event, json) -> {
            write(event, json);
            if (data == null) {
                json.nothing("data");
            } else {
                json.raw("data", data.bytes());
            }
        };
    }

    private static void writeType(EventType type, JsonWriter json) {
        json.text("type", type.entity())
                .text("action", type.action())
                .text("event_type", type.slug());
    }

    private static void writeEntityId(EntityId entity, JsonWriter json) {
        switch (entity) {
            case EntityId.Text(String value) -> json.text("entity_id", value);
            case EntityId.Numeric(String digits) -> json.digits("entity_id", digits);
            case EntityId.None _ -> json.nothing("entity_id");
        }
    }
}
