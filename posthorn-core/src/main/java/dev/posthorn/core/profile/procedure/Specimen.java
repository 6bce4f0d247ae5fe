package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.profile.TestCall.Moment;
import java.util.List;

/** What an event of a test is about; its id and time come with the call. */
public record Specimen(EventType type, EntityId entityId, Payload data) {

    /** An event that exists nowhere but in this call. */
    Event event(Endpoint endpoint, Moment moment) {
        return new Event(
                moment.eventId(),
                endpoint.organisation(),
                type,
                entityId,
                null,
                List.of(),
                data,
                moment.nowMs());
    }
}
