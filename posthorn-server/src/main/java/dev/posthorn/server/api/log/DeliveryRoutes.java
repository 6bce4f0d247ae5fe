package dev.posthorn.server.api.log;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.DeliveryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code GET /deliveries}. */
public final class DeliveryRoutes {
    private static final String PATH = "/deliveries";
    private static final Access READ = Access.holding(Scope.READ);
    private static final Map<String, DeliveryState> STATES =
            Map.of(
                    "pending", DeliveryState.PENDING,
                    "delivered", DeliveryState.DELIVERED,
                    "failed", DeliveryState.FAILED,
                    "cancelled", DeliveryState.CANCELLED);

    private final LogPorts ports;
    private final DeliveryFields fields;
    private final Reach reach;

    public DeliveryRoutes(LogPorts ports) {
        this.ports = ports;
        this.fields = new DeliveryFields(ports.directory());
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, READ, this::list), Route.get(PATH + "/{id}", READ, this::get));
    }

    private Response list(Request request) {
        Caller caller = request.signedIn();
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(caller, query);
        Named<Endpoint> endpoint =
                Named.of(query.text("webhook_config"), id -> reach.endpoint(caller, id));
        Named<EventId> event = Named.of(query.text("event"), this::event);
        DeliveryState state = query.word("state", STATES).orElse(null);
        String type = query.text("type").orElse(null);
        TimeRange created = query.times("date_created");
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        if (whose instanceof Whose.Nobodys || endpoint.unknown() || event.unknown()) {
            return shown(Page.empty());
        }
        Endpoint of = endpoint.value();
        return shown(
                ports.log()
                        .deliveries(
                                new DeliveryFilter(
                                        whose.organisation(),
                                        of == null ? null : of.id(),
                                        event.value(),
                                        state,
                                        type,
                                        created),
                                page));
    }

    private Optional<EventId> event(String text) {
        OptionalLong seq = ports.ids().seq(text);
        return seq.isPresent() ? Optional.of(new EventId(seq.getAsLong())) : Optional.empty();
    }

    private Response shown(Page<DeliverySummary> page) {
        return Response.json(200, ports.documents().list(PATH, page, fields));
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        DeliverySummary delivery =
                visible(ports, reach, request.signedIn(), request.value("id"))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return Response.json(200, ports.documents().one(delivery, fields));
    }

    /** The delivery of that id, if the caller may know of it. */
    static Optional<DeliverySummary> visible(
            LogPorts ports, Reach reach, Caller caller, String id) {
        OptionalLong seq = ports.ids().seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : ports.log()
                        .delivery(new DeliveryId(seq.getAsLong()))
                        .filter(found -> reach.covers(caller, found.organisation()));
    }
}
