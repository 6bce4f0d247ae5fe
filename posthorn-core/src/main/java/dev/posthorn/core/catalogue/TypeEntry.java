package dev.posthorn.core.catalogue;

import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of an event type. One catalogue serves all organisations: types are the
 * publisher's, and what they mean does not change with who receives them.
 *
 * @param description for people who choose what to receive; null for none
 * @param schema JSON Schema of the data, as JSON; null for none
 * @param enforce whether publishing is held to the schema
 * @param example data that meets the schema, which tests send; null for none
 * @param archived no longer offered, nor enforced; publishing and subscriptions go on
 * @param createdMs when it was first written here; null for a type Posthorn comes with
 * @param updatedMs when it was last changed; null for one never changed
 */
public record TypeEntry(
        EventType type,
        @Nullable String description,
        @Nullable Payload schema,
        boolean enforce,
        @Nullable Payload example,
        boolean archived,
        @Nullable Long createdMs,
        @Nullable Long updatedMs) {

    /** A type Posthorn comes with. */
    static TypeEntry builtIn(CatalogueEntry entry) {
        return new TypeEntry(
                entry.type(),
                entry.description(),
                entry.schema(),
                false,
                entry.example(),
                false,
                null,
                null);
    }

    /** Whether the data of such events must meet the schema. */
    public boolean checked() {
        return enforce && schema != null && !archived;
    }
}
