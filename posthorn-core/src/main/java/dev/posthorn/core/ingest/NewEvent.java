package dev.posthorn.core.ingest;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a publishing call, checked but not yet routed.
 *
 * @param deliverAtMs null for at once
 * @param idempotencyKey null when the publisher gave none
 */
public record NewEvent(
        EventType type,
        EntityId entityId,
        List<String> channels,
        Payload data,
        @Nullable Long deliverAtMs,
        @Nullable String idempotencyKey) {}
