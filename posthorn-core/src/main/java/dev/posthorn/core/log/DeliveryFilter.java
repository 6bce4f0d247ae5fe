package dev.posthorn.core.log;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Which deliveries. Null leaves a field open. {@code type} as in {@link EventFilter}. */
public record DeliveryFilter(
        @Nullable OrganisationId organisation,
        @Nullable EndpointId endpoint,
        @Nullable EventId event,
        @Nullable DeliveryState state,
        @Nullable String type,
        TimeRange created) {}
