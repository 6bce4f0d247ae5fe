package dev.posthorn.core.routing;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for one organisation at one moment, which endpoints an event goes to. Immutable but for
 * its memory of types already worked out; used by many threads.
 *
 * <p>Routed endpoints have no {@code event_types}: an event goes to the one its key names, every
 * other event to the organisation's default. Subscribed endpoints get what matches.
 */
public final class RoutingTable {
    /** Types remembered; publishers with more than this work the rest out each time. */
    private static final int REMEMBERED_TYPES = 1024;

    /** What Posthorn itself says about endpoints; {@code *} does not mean these. */
    private static final Set<String> OPERATIONAL =
            Set.of(
                    "webhook_config.valid",
                    "webhook_config.invalid",
                    "webhook_config.deactivated",
                    "webhook_config.failing",
                    "delivery.failed",
                    "delivery.recovered");

    private final Map<EndpointId, Endpoint> routed = new ConcurrentHashMap<>();
    private final Map<EndpointId, Subscriber> subscribers = new LinkedHashMap<>();
    private final List<Endpoint> operators = new ArrayList<>();
    private final @Nullable Endpoint defaultEndpoint;
    private final Map<String, List<Endpoint>> remembered = new ConcurrentHashMap<>();

    public RoutingTable(Iterable<Endpoint> endpoints, @Nullable Long defaultEndpoint) {
        for (Endpoint endpoint : endpoints) {
            List<String> types = endpoint.settings().eventTypes();
            if (endpoint.settings().operational()) {
                operators.add(endpoint);
            }
            if (endpoint.settings().routed()) {
                routed.put(endpoint.id(), endpoint);
            } else if (types != null && !isGone(endpoint)) {
                subscribers.put(
                        endpoint.id(),
                        new Subscriber(endpoint, types.stream().map(Subscription::new).toList()));
            }
        }
        this.defaultEndpoint =
                defaultEndpoint == null ? null : routed.get(new EndpointId(defaultEndpoint));
    }

    /** What a listener does not hear while it is gone is not missed: nobody will ask for it. */
    private static boolean isGone(Endpoint endpoint) {
        return endpoint.state() == EndpointState.DEACTIVATED
                && ListenerAddress.isOne(endpoint.settings().url());
    }

    /** {@code keysOwn}: the endpoint the publishing key names; null when it names none. */
    public Route route(EventType type, List<String> channels, @Nullable EndpointId keysOwn) {
        List<Endpoint> to = new ArrayList<>();
        List<Endpoint> missed = new ArrayList<>();
        Endpoint own = keysOwn == null ? defaultEndpoint : routed.get(keysOwn);
        if (own != null) {
            (own.state().takesDeliveries() ? to : missed).add(own);
        }
        for (Endpoint endpoint : subscribed(type)) {
            if (wantsChannel(endpoint, channels)) {
                (endpoint.state().takesDeliveries() ? to : missed).add(endpoint);
            }
        }
        return new Route(to, missed);
    }

    /**
     * Which endpoints an operational event goes to: those that can take a delivery and subscribed
     * to its entity, whatever their channels. Endpoints made with {@code operational: all} and no
     * {@code event_types} hear all there are.
     *
     * @param own whether it is about an endpoint of this organisation; otherwise only endpoints
     *     made with {@code operational: all} hear of it
     */
    public List<Endpoint> operational(EventType type, boolean own) {
        List<Endpoint> to = new ArrayList<>();
        for (Endpoint endpoint : operators) {
            if (endpoint.settings().eventTypes() == null) {
                to.add(endpoint);
            }
        }
        for (Subscriber subscriber : subscribers.values()) {
            if ((own || subscriber.endpoint.settings().operational())
                    && subscriber.wants(type, true)) {
                to.add(subscriber.endpoint);
            }
        }
        to.removeIf(endpoint -> !endpoint.state().takesDeliveries());
        return to;
    }

    /**
     * Whether {@link #route} would choose this endpoint, whatever its state.
     *
     * @param keyless published with no key, as Posthorn's own events are
     */
    public Match match(
            Endpoint endpoint,
            EventType type,
            List<String> channels,
            @Nullable EndpointId keysOwn,
            boolean keyless) {
        if (endpoint.settings().routed()) {
            Endpoint own = keysOwn == null ? defaultEndpoint : routed.get(keysOwn);
            boolean chosen = own != null && own.id().equals(endpoint.id());
            return chosen ? Match.MATCHES : Match.NOT_DEFAULT;
        }
        boolean operational = keyless && OPERATIONAL.contains(type.slug());
        Subscriber subscriber = subscribers.get(endpoint.id());
        if (subscriber == null || !subscriber.wants(type, operational)) {
            return Match.NOT_SUBSCRIBED;
        }
        return wantsChannel(endpoint, channels) ? Match.MATCHES : Match.CHANNELS;
    }

    private List<Endpoint> subscribed(EventType type) {
        List<Endpoint> known = remembered.get(type.slug());
        if (known != null) {
            return known;
        }
        List<Endpoint> found =
                subscribers.values().stream()
                        .filter(subscriber -> subscriber.wants(type, false))
                        .map(Subscriber::endpoint)
                        .toList();
        if (remembered.size() < REMEMBERED_TYPES) {
            remembered.put(type.slug(), found);
        }
        return found;
    }

    private static boolean wantsChannel(Endpoint endpoint, List<String> channels) {
        List<String> wanted = endpoint.settings().channels();
        return wanted.isEmpty() || wanted.stream().anyMatch(channels::contains);
    }

    private record Subscriber(Endpoint endpoint, List<Subscription> subscriptions) {
        boolean wants(EventType type, boolean operational) {
            return subscriptions.stream().anyMatch(one -> one.matches(type, operational));
        }
    }
}
