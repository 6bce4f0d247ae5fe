package dev.posthorn.server.api.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.AttemptFields;
import dev.posthorn.server.api.resource.SentRequests;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code GET /attempts} and {@code GET /deliveries/{id}/attempts}. */
public final class AttemptRoutes {
    private static final String PATH = "/attempts";
    private static final Access READ = Access.holding(Scope.READ);

    private final LogPorts ports;
    private final Reach reach;

    public AttemptRoutes(LogPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, READ, this::list),
                Route.get(PATH + "/{id}", READ, this::get),
                Route.get("/deliveries/{id}/attempts", READ, this::ofDelivery));
    }

    private Response list(Request request) {
        Caller caller = request.signedIn();
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(caller, query);
        Named<Endpoint> endpoint =
                Named.of(query.text("webhook_config"), id -> reach.endpoint(caller, id));
        Named<DeliverySummary> delivery =
                Named.of(
                        query.text("delivery"),
                        id -> DeliveryRoutes.visible(ports, reach, caller, id));
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        if (whose instanceof Whose.Nobodys || endpoint.unknown() || delivery.unknown()) {
            return shown(PATH, Page.empty());
        }
        Endpoint of = endpoint.value();
        DeliverySummary within = delivery.value();
        AttemptFilter filter =
                new AttemptFilter(
                        whose.organisation(),
                        of == null ? null : of.id(),
                        within == null ? null : within.id());
        return shown(PATH, ports.log().attempts(filter, page));
    }

    private Response ofDelivery(Request request) {
        QueryFields query = new QueryFields(request.query());
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        DeliveryId delivery =
                DeliveryRoutes.visible(ports, reach, request.signedIn(), request.value("id"))
                        .map(DeliverySummary::id)
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return shown(
                "/deliveries/" + ports.ids().text(delivery.seq()) + "/attempts",
                ports.log().attempts(new AttemptFilter(null, null, delivery), page));
    }

    private Response shown(String url, Page<AttemptEntry> page) {
        return Response.json(
                200, ports.documents().list(url, page, AttemptFields.listed(requests())));
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        AttemptEntry attempt =
                entry(request.value("id"))
                        .filter(found -> sees(request.signedIn(), found))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return Response.json(200, ports.documents().one(attempt, AttemptFields.single(requests())));
    }

    private Optional<AttemptEntry> entry(String id) {
        OptionalLong seq = ports.ids().seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : ports.log().attempt(new AttemptId(seq.getAsLong()));
    }

    private boolean sees(Caller caller, AttemptEntry attempt) {
        return ports.directory()
                .endpoint(attempt.endpoint())
                .filter(endpoint -> reach.covers(caller, endpoint.organisation()))
                .isPresent();
    }

    private SentRequests requests() {
        return new PastRequests(ports.log(), ports.profiles(), ports.identity()).now();
    }
}
