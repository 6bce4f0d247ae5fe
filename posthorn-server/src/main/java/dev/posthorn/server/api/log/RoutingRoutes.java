package dev.posthorn.server.api.log;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.replay.Matching;
import dev.posthorn.core.routing.RoutingVerdict;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.RoutingFields;
import dev.posthorn.server.api.resource.RoutingView;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code GET /events/{id}/routing}: who got an event, who did not, and why. */
public final class RoutingRoutes {
    private static final Access READ = Access.holding(Scope.READ);
    private static final RoutingFields FIELDS = new RoutingFields();

    private final LogPorts ports;
    private final Reach reach;

    public RoutingRoutes(LogPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(Route.get("/events/{id}/routing", READ, this::get));
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        OptionalLong seq = ports.ids().seq(request.value("id"));
        EventSummary event =
                (seq.isEmpty()
                                ? Optional.<EventSummary>empty()
                                : ports.log().eventSummary(new EventId(seq.getAsLong())))
                        .filter(found -> reach.covers(request.signedIn(), found.organisation()))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return Response.json(200, ports.documents().one(view(event), FIELDS));
    }

    private RoutingView view(EventSummary event) {
        Map<EndpointId, DeliverySummary> deliveries = deliveries(event);
        List<RoutingView.Line> lines =
                ports.directory().endpoints(event.organisation()).stream()
                        .map(endpoint -> line(event, endpoint, deliveries.get(endpoint.id())))
                        .toList();
        return new RoutingView(event.id(), lines);
    }

    private RoutingView.Line line(
            EventSummary event, Endpoint endpoint, @Nullable DeliverySummary delivery) {
        RoutingVerdict verdict =
                delivery != null
                        ? RoutingVerdict.SENT
                        : RoutingVerdict.withoutDelivery(
                                new Matching(ports.directory(), endpoint).match(event),
                                endpoint,
                                event.createdMs());
        return new RoutingView.Line(
                endpoint.id(), verdict, delivery == null ? null : delivery.id());
    }

    private Map<EndpointId, DeliverySummary> deliveries(EventSummary event) {
        Map<EndpointId, DeliverySummary> found = new HashMap<>();
        DeliveryFilter filter =
                new DeliveryFilter(null, null, event.id(), null, null, TimeRange.ALWAYS);
        long after = 0;
        boolean more = true;
        while (more) {
            var page =
                    ports.log()
                            .deliveries(
                                    filter, new PageRequest(PageRequest.MAX_LIMIT, after, 0, true));
            page.rows().forEach(row -> found.put(row.endpoint(), row));
            more = page.hasMore();
            after = page.nextAfter() != 0 || !more ? page.nextAfter() : last(page.rows());
        }
        return found;
    }

    private static long last(List<DeliverySummary> rows) {
        return rows.getLast().id().seq();
    }
}
