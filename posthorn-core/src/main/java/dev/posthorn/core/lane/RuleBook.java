package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Works out how each endpoint's lane behaves: its own settings, else its profile's, else ours. */
public final class RuleBook {
    private final Function<EndpointId, Optional<Endpoint>> endpoints;
    private final Function<Endpoint, Profile> profiles;
    private final SenderIdentity identity;
    private final DispatchLimits limits;
    private final Predicate<OrganisationId> sending;

    /** For organisations that all send. */
    public RuleBook(
            Function<EndpointId, Optional<Endpoint>> endpoints,
            Function<Endpoint, Profile> profiles,
            SenderIdentity identity,
            DispatchLimits limits) {
        this(endpoints, _ -> true, profiles, identity, limits);
    }

    /**
     * {@code endpoints}, {@code sending} and {@code profiles} are asked from the dispatcher's
     * thread.
     *
     * @param sending whether what is pending for an organisation may leave
     */
    public RuleBook(
            Function<EndpointId, Optional<Endpoint>> endpoints,
            Predicate<OrganisationId> sending,
            Function<Endpoint, Profile> profiles,
            SenderIdentity identity,
            DispatchLimits limits) {
        this.endpoints = endpoints;
        this.sending = sending;
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
                wished == null ? most : Math.min(wished, most),
                !sending.test(endpoint.organisation()));
    }
}
