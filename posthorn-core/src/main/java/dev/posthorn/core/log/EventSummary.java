package dev.posthorn.core.log;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event without its data.
 *
 * @param deliveries how many it made
 * @param state sums up its deliveries: pending while one is, else failed if one is, else delivered
 */
public record EventSummary(
        EventId id,
        OrganisationId organisation,
        EventType type,
        EntityId entityId,
        @Nullable KeyId key,
        List<String> channels,
        long createdMs,
        int deliveries,
        State state) {
    /** What an event's deliveries come to. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }
}
