package dev.posthorn.core.catalogue;

import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import java.nio.charset.StandardCharsets;

/**
 * One event type.
 *
 * @param description one sentence
 * @param schema JSON Schema 2020-12 of the data, as JSON; describes, and is not enforced
 * @param example data that meets the schema
 */
public record CatalogueEntry(EventType type, String description, Payload schema, Payload example) {

    static CatalogueEntry of(String slug, String description, String schema, String example) {
        return new CatalogueEntry(
                new EventType(slug), description, payload(schema), payload(example));
    }

    private static Payload payload(String json) {
        return new Payload(json.getBytes(StandardCharsets.UTF_8));
    }
}
