package dev.posthorn.core.endpoint;

import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an endpoint chose.
 *
 * @param eventTypes slugs and patterns; null for a routed endpoint (see {@code RoutingTable})
 * @param channels occasions it wants, empty for all
 * @param headers sent with every request, in this order
 * @param retry null for the profile's own schedule
 * @param stopOn statuses that end a delivery at once
 * @param ratePerSecond deliveries per second, fractions allowed; null for no limit
 * @param maxInFlight requests at once; null for the server's limit
 * @param timeout whole exchange; null for the server's
 * @param operational whether it hears operational events of all organisations; for operators
 * @param auth what gets its requests past a door before it; null for none
 */
public record EndpointSettings(
        String url,
        @Nullable String name,
        @Nullable String description,
        String profile,
        @Nullable List<String> eventTypes,
        List<String> channels,
        Map<String, String> headers,
        ProfileOptions options,
        @Nullable RetrySchedule retry,
        Set<Integer> stopOn,
        @Nullable Double ratePerSecond,
        @Nullable Integer maxInFlight,
        Ordering ordering,
        @Nullable Duration timeout,
        boolean paused,
        Map<String, String> metadata,
        boolean operational,
        @Nullable EndpointAuth auth) {

    /** For an endpoint that hears of its own organisation alone and needs no authentication. */
    public EndpointSettings(
            String url,
            @Nullable String name,
            @Nullable String description,
            String profile,
            @Nullable List<String> eventTypes,
            List<String> channels,
            Map<String, String> headers,
            ProfileOptions options,
            @Nullable RetrySchedule retry,
            Set<Integer> stopOn,
            @Nullable Double ratePerSecond,
            @Nullable Integer maxInFlight,
            Ordering ordering,
            @Nullable Duration timeout,
            boolean paused,
            Map<String, String> metadata) {
        this(
                url,
                name,
                description,
                profile,
                eventTypes,
                channels,
                headers,
                options,
                retry,
                stopOn,
                ratePerSecond,
                maxInFlight,
                ordering,
                timeout,
                paused,
                metadata,
                false,
                null);
    }

    public EndpointSettings {
        eventTypes = eventTypes == null ? null : List.copyOf(eventTypes);
        channels = List.copyOf(channels);
        headers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(headers));
        stopOn = Set.copyOf(stopOn);
        metadata = Map.copyOf(metadata);
    }

    /** Whether it stands in for events no subscription asks for. */
    public boolean routed() {
        return eventTypes == null && !operational;
    }

    /** Without the values of headers, which may be secret. */
    @Override
    public String toString() {
        return "EndpointSettings[url=%s, profile=%s, eventTypes=%s, headers=%s, auth=%s, retry=%s, paused=%s]"
                .formatted(
                        url,
                        profile,
                        eventTypes,
                        headers.keySet(),
                        auth == null ? null : auth.type(),
                        retry,
                        paused);
    }

    /** An endpoint with nothing but a URL and a profile. */
    public static EndpointSettings of(String url, String profile) {
        return new EndpointSettings(
                url,
                null,
                null,
                profile,
                null,
                List.of(),
                Map.of(),
                ProfileOptions.DEFAULTS,
                null,
                Set.of(),
                null,
                null,
                Ordering.NONE,
                null,
                false,
                Map.of());
    }
}
