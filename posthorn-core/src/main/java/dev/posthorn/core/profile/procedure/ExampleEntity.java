package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.wire.JsonMembers;
import java.nio.charset.StandardCharsets;

/** Whom an example is about: its {@code id}, as when an event is published without one. */
public final class ExampleEntity {
    private ExampleEntity() {}

    public static EntityId of(Payload example) {
        return JsonMembers.scalar(example.bytes(), "id")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(ExampleEntity::fromJson)
                .orElse(EntityId.NONE);
    }

    /** Ids in examples are plain; one that is not plain names nobody. */
    private static EntityId fromJson(String json) {
        if (!json.startsWith("\"")) {
            return new EntityId.Numeric(json);
        }
        String text = json.substring(1, json.length() - 1);
        return text.contains("\\") ? EntityId.NONE : new EntityId.Text(text);
    }
}
