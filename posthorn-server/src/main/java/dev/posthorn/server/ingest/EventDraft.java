package dev.posthorn.server.ingest;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.server.http.ApiError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one event while its object is being read. */
final class EventDraft {
    /** The same field twice is refused. */
    private final Set<Field> seen = EnumSet.noneOf(Field.class);

    @Nullable String type;
    @Nullable String action;
    @Nullable EntityId entityId;
    byte @Nullable [] data;
    EntityId dataId = EntityId.NONE;
    @Nullable String organisation;
    @Nullable String key;
    List<String> channels = List.of();
    @Nullable String deliverAt;
    @Nullable String idempotencyKey;

    /** Why it is not taken whatever the rest of it says. */
    @Nullable ApiError refusal;

    /** False when the field was there before. */
    boolean first(Field field) {
        return seen.add(field);
    }

    /** The fields an event may have. */
    enum Field {
        TYPE,
        ACTION,
        ENTITY_ID,
        DATA,
        ORGANISATION,
        KEY,
        CHANNELS,
        DELIVER_AT,
        IDEMPOTENCY_KEY
    }
}
