package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Works out how each endpoint's lane behaves: its own settings, else its profile's, else ours. */
public final class RuleBook {
    private final Function<EndpointId, Optional<Endpoint>> endpoints;
    private final Function<Endpoint, Profile> profiles;
    private final SenderIdentity identity;
    private final DispatchLimits limits;

    /** {@code endpoints} and {@code profiles} are asked from the dispatcher's thread. */
    public RuleBook(
            Function<EndpointId, Optional<Endpoint>> endpoints,
            Function<Endpoint, Profile> profiles,
            SenderIdentity identity,
            DispatchLimits limits) {
        this.endpoints = endpoints;
        this.profiles = profiles;
        this.identity = identity;
        this.limits = limits;
    }

    Optional<LaneRules> rules(EndpointId id) {
        return endpoints.apply(id).map(this::rules);
    }

    LaneRules rules(Endpoint endpoint) {
        Profile profile = profiles.apply(endpoint);
        RetrySchedule own = endpoint.settings().retry();
        Duration timeout = endpoint.settings().timeout();
        Integer wished = endpoint.settings().maxInFlight();
        int most = limits.maxInFlightPerEndpoint();
        return new LaneRules(
                endpoint,
                profile.renderer(endpoint, identity),
                own == null ? profile.schedule() : own,
                timeout == null ? limits.timeout() : timeout,
                wished == null ? most : Math.min(wished, most));
    }
}
