package dev.posthorn.core.event;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, accepted once.
 *
 * @param key the key it was published with or on behalf of, null when the operator's own
 * @param channels the occasions it belongs to, empty for none
 * @param data the JSON object as published
 * @param createdMs when it was accepted, milliseconds since 1970; always the time in its id, so
 *     that an event read back is the one that was accepted
 */
public record Event(
        EventId id,
        OrganisationId organisation,
        EventType type,
        EntityId entityId,
        @Nullable KeyId key,
        List<String> channels,
        Payload data,
        long createdMs) {}
