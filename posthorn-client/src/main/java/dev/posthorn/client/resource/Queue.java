package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be delivered.
 *
 * @param due may leave now
 * @param held waits for its endpoint rather than for its time
 * @param oldest when the oldest pending delivery was made
 * @param endpoints those with pending deliveries, most first
 */
public record Queue(
        long pending,
        long due,
        long held,
        long inFlight,
        @Nullable Instant oldest,
        @Nullable Instant nextDue,
        double acceptedPerS,
        double deliveredPerS,
        @Nullable List<Line> endpoints) {

    /** The pending deliveries of one endpoint; {@code window} is how many may be in flight. */
    public record Line(
            String webhookConfig,
            @Nullable String name,
            @Nullable String url,
            long pending,
            long due,
            long inFlight,
            int window,
            @Nullable Instant nextDue,
            @Nullable String lastError) {}
}
