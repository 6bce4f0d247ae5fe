package dev.posthorn.core.routing;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;

/** What became of an event at one endpoint, as far as it can be told afterwards. */
public enum RoutingVerdict {
    /** It has a delivery, whatever became of that. */
    SENT("sent"),
    NOT_SUBSCRIBED("not-subscribed"),
    CHANNELS("channels"),
    NOT_DEFAULT("not-default"),
    INVALID("invalid"),
    DEACTIVATED("deactivated"),
    TOO_MANY_PENDING("too-many-pending");

    private final String code;

    RoutingVerdict(String code) {
        this.code = code;
    }

    /** What the API says. */
    public String code() {
        return code;
    }

    /**
     * Why an endpoint got no delivery of an event. Rules and states are those of today: where they
     * would send it, what has changed since tells why they did not.
     *
     * @param acceptedMs when the event was accepted
     */
    public static RoutingVerdict withoutDelivery(Match match, Endpoint endpoint, long acceptedMs) {
        return switch (match) {
            case NOT_SUBSCRIBED -> NOT_SUBSCRIBED;
            case CHANNELS -> CHANNELS;
            case NOT_DEFAULT -> NOT_DEFAULT;
            case MATCHES -> matching(endpoint, acceptedMs);
        };
    }

    private static RoutingVerdict matching(Endpoint endpoint, long acceptedMs) {
        if (endpoint.state() == EndpointState.INVALID) {
            return INVALID;
        }
        if (endpoint.state() == EndpointState.DEACTIVATED) {
            return DEACTIVATED;
        }
        if (endpoint.createdMs() > acceptedMs) {
            return NOT_SUBSCRIBED;
        }
        if (endpoint.stateSinceMs() > acceptedMs) {
            return INVALID;
        }
        return endpoint.updatedMs() > acceptedMs ? NOT_SUBSCRIBED : TOO_MANY_PENDING;
    }
}
