package dev.posthorn.core.ingest;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.routing.Route;
import dev.posthorn.core.routing.RoutingTable;
import dev.posthorn.core.store.AcceptedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns checked events into the rows to commit: numbers them, routes them, makes their deliveries.
 * Used by many threads.
 */
public final class Ingest {
    /** One request's deliveries are one transaction's share: more would hold up everyone else. */
    public static final int MAX_DELIVERIES_PER_REQUEST = 10_000;

    /** A delivery takes two numbers: its own and that of its first attempt. */
    private static final int NUMBERS_PER_DELIVERY = 2;

    private final Directory directory;
    private final Sequence sequence;
    private final Idempotency idempotency;
    private final FullEndpoints full;

    /** {@code full}: endpoints that miss what matches them. */
    public Ingest(
            Directory directory, Sequence sequence, Idempotency idempotency, FullEndpoints full) {
        this.directory = directory;
        this.sequence = sequence;
        this.idempotency = idempotency;
        this.full = full;
    }

    /**
     * Plans the events of one request, in order.
     *
     * @param key the key they are published on behalf of; null for the operator's own
     * @throws TooManyDeliveries when together they make more than {@link
     *     #MAX_DELIVERIES_PER_REQUEST}
     */
    public List<AcceptedEvent> plan(
            Organisation organisation, @Nullable Key key, List<NewEvent> events, long nowMs) {
        RoutingTable routing = directory.routing(organisation);
        EndpointId own =
                key == null || key.endpoint() == null ? null : new EndpointId(key.endpoint());
        List<AcceptedEvent> planned = new ArrayList<>(events.size());
        int deliveries = 0;
        for (NewEvent event : events) {
            Route route = routing.route(event.type(), event.channels(), own).sparing(full);
            deliveries += route.to().size();
            if (deliveries > MAX_DELIVERIES_PER_REQUEST) {
                throw new TooManyDeliveries(deliveries);
            }
            planned.add(plan(organisation, key, event, route, nowMs));
        }
        return planned;
    }

    /**
     * Plans an event of Posthorn's own. Endpoints that are full are left out.
     *
     * @param to endpoints of the organisation, at most {@link #MAX_DELIVERIES_PER_REQUEST}
     */
    public AcceptedEvent planOperational(
            Organisation organisation, NewEvent event, List<Endpoint> to, long nowMs) {
        return plan(organisation, null, event, new Route(to, List.of()).sparing(full), nowMs);
    }

    private AcceptedEvent plan(
            Organisation organisation,
            @Nullable Key key,
            NewEvent submitted,
            Route route,
            long nowMs) {
        List<Endpoint> to = route.to();
        long seq = sequence.next(1 + NUMBERS_PER_DELIVERY * to.size(), nowMs);
        Event event =
                new Event(
                        new EventId(seq),
                        organisation.id(),
                        submitted.type(),
                        submitted.entityId(),
                        key == null ? null : key.id(),
                        submitted.channels(),
                        submitted.data(),
                        Sequence.millisOf(seq));
        long dueMs = submitted.deliverAtMs() == null ? nowMs : submitted.deliverAtMs();
        List<PendingDelivery> deliveries = new ArrayList<>(to.size());
        for (int i = 0; i < to.size(); i++) {
            long number = seq + 1 + (long) NUMBERS_PER_DELIVERY * i;
            deliveries.add(delivery(number, to.get(i), event, dueMs));
        }
        return new AcceptedEvent(
                event,
                deliveries,
                idempotency.mark(organisation.id(), submitted, nowMs),
                ids(route.missed()));
    }

    /** Hardly any event is missed by anyone. */
    private static List<EndpointId> ids(List<Endpoint> endpoints) {
        return endpoints.isEmpty() ? List.of() : endpoints.stream().map(Endpoint::id).toList();
    }

    private static PendingDelivery delivery(long seq, Endpoint to, Event event, long dueMs) {
        Ordering ordering = to.settings().ordering();
        long order = ordering == Ordering.NONE ? dueMs : seq;
        long entityKey = ordering == Ordering.ENTITY ? EntityKey.of(event.entityId(), seq) : 0;
        return new PendingDelivery(
                new DeliveryId(seq), to.id(), event.id(), event, dueMs, order, 0, 0, 0, entityKey);
    }
}
