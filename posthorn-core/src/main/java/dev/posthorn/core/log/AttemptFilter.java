package dev.posthorn.core.log;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Which attempts. Null leaves a field open. */
public record AttemptFilter(
        @Nullable OrganisationId organisation,
        @Nullable EndpointId endpoint,
        @Nullable DeliveryId delivery) {}
