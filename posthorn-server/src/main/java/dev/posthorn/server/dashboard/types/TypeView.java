package dev.posthorn.server.dashboard.types;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.Payload;
import dev.posthorn.server.dashboard.shown.JsonLayout;
import dev.posthorn.server.dashboard.shown.ShownText;
import org.jspecify.annotations.Nullable;

/** One event type as its page shows it. Null: there is none. */
public record TypeView(
        String slug,
        String description,
        boolean checked,
        boolean archived,
        @Nullable ShownText schema,
        @Nullable ShownText example) {
    static TypeView of(TypeEntry entry) {
        String description = entry.description();
        return new TypeView(
                entry.type().slug(),
                description == null ? "" : description,
                entry.checked(),
                entry.archived(),
                laidOut(entry.schema()),
                laidOut(entry.example()));
    }

    private static @Nullable ShownText laidOut(@Nullable Payload json) {
        return json == null ? null : ShownText.of(JsonLayout.of(json.text()));
    }
}
