package dev.posthorn.server.health;

import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.store.ConfigStore.Change;
import java.time.Duration;
import java.util.List;

/** Makes endpoints invalid that had nothing but failures for too long. */
final class GiveUp {
    private final Configuration configuration;
    private final String reason;

    /** {@code disableAfter}: named in the reason. */
    GiveUp(Configuration configuration, Duration disableAfter) {
        this.configuration = configuration;
        this.reason = "nothing but failures for " + shown(disableAfter);
    }

    /** All at once: thousands may fail together. Those not valid any more stay as they are. */
    void all(List<EndpointId> endpoints, long nowMs) {
        if (!endpoints.isEmpty()) {
            configuration.change(() -> new Decision<>(changes(endpoints, nowMs), endpoints));
        }
    }

    private List<Change> changes(List<EndpointId> endpoints, long nowMs) {
        return endpoints.stream()
                .flatMap(id -> configuration.directory().endpoint(id).stream())
                .filter(endpoint -> endpoint.state() == EndpointState.VALID)
                .map(endpoint -> invalid(endpoint, nowMs))
                .toList();
    }

    private Change invalid(Endpoint endpoint, long nowMs) {
        return new Change.EndpointChange(endpoint.withState(EndpointState.INVALID, reason, nowMs));
    }

    private static String shown(Duration time) {
        return time.toDays() > 1 ? time.toDays() + " days" : time.toHours() + " hours";
    }
}
