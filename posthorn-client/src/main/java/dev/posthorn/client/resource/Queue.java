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
 * @param pending whose endpoint has not had them yet
 * @param inFlight requests that wait for their answer
 * @param nextDue when the next of those that wait is due; null when none is
 * @param acceptedPerS events a second, of the whole server
 * @param deliveredPerS deliveries a second, of the whole server
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

    /**
     * The pending deliveries of one endpoint; {@code window} is how many may be in flight.
     *
     * @param webhookConfig id of the endpoint
     * @param name for people
     * @param url such as {@code https://example.com/webhooks}
     * @param pending deliveries that have not ended
     * @param due may leave now
     * @param inFlight requests that wait for their answer
     * @param window requests it may have in flight at once
     * @param nextDue when the next is due; null when none is
     * @param lastError what went wrong last; null when nothing did
     */
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
