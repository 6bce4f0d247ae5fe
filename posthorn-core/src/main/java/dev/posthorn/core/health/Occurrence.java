package dev.posthorn.core.health;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.OperationalType;
import org.jspecify.annotations.Nullable;

/**
 * Something about an endpoint that its organisation may want to hear.
 *
 * @param atMs milliseconds since 1970
 * @param streak the failures it ends or goes on with; null when there were none
 * @param delivery for {@code delivery.*} alone
 */
public record Occurrence(
        EndpointId endpoint,
        OperationalType type,
        long atMs,
        @Nullable FailureStreak streak,
        @Nullable DeliveryFacts delivery) {}
