package dev.posthorn.server.api.log;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.RoutingFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code GET /events/{id}/routing}: who got an event, who did not, and why. */
public final class RoutingRoutes {
    private static final Access READ = Access.holding(Scope.READ);
    private static final RoutingFields FIELDS = new RoutingFields();

    private final LogPorts ports;
    private final Reach reach;
    private final EventRouting routing;

    public RoutingRoutes(LogPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
        this.routing = new EventRouting(ports.directory(), ports.log());
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
        return Response.json(200, ports.documents().one(routing.of(event), FIELDS));
    }
}
