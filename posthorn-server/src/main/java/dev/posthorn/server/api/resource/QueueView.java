package dev.posthorn.server.api.resource;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is waiting, in all and per endpoint.
 *
 * @param due pending ones whose time has come
 * @param held pending ones whose endpoint is new, invalid or paused
 * @param oldestMs when the oldest pending one was made; null when nothing is pending
 * @param nextDueMs the earliest time one is tried; null when nothing is pending
 * @param acceptedPerSecond of the whole server; null for those who may not know
 * @param deliveredPerSecond as {@code acceptedPerSecond}
 * @param endpoints most pending first
 */
public record QueueView(
        long pending,
        long due,
        long held,
        int inFlight,
        @Nullable Long oldestMs,
        @Nullable Long nextDueMs,
        @Nullable Double acceptedPerSecond,
        @Nullable Double deliveredPerSecond,
        List<Line> endpoints) {
    public QueueView {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * What is waiting for one endpoint.
     *
     * @param window requests it may have in flight at once
     * @param lastError of its latest failed attempt; null when that succeeded
     */
    public record Line(
            EndpointId endpoint,
            @Nullable String name,
            String url,
            long pending,
            long due,
            int inFlight,
            int window,
            @Nullable Long nextDueMs,
            @Nullable String lastError) {}
}
