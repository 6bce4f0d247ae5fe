package dev.posthorn.core.log;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as a list shows it.
 *
 * @param dueMs when it is next tried; null when it is final
 * @param lastStatus of the latest attempt, 0 when no answer came or none was made
 * @param lastError code of the latest attempt, null when an answer came
 * @param completedMs when it became final
 * @param reason why it failed or was cancelled
 */
public record DeliverySummary(
        DeliveryId id,
        EventId event,
        EndpointId endpoint,
        OrganisationId organisation,
        EventType type,
        DeliveryState state,
        int attempts,
        long createdMs,
        @Nullable Long dueMs,
        int lastStatus,
        @Nullable String lastError,
        @Nullable Long completedMs,
        @Nullable String reason) {}
