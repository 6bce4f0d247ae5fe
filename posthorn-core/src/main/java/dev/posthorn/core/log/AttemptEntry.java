package dev.posthorn.core.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.profile.OutgoingRequest;
import org.jspecify.annotations.Nullable;

/**
 * An attempt with what is needed to show its request.
 *
 * @param delivery null for a test
 * @param type slug of the event
 * @param event to render the request from; null for a test, or when the payload is gone
 * @param request stored whole for a test; otherwise null, rendered by who shows it
 */
public record AttemptEntry(
        AttemptId id,
        @Nullable DeliveryId delivery,
        EventId eventId,
        EndpointId endpoint,
        String type,
        AttemptRecord attempt,
        @Nullable Event event,
        @Nullable OutgoingRequest request) {}
