package dev.posthorn.server.api.queue;

import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.QueueFields;
import dev.posthorn.server.api.resource.QueueView;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code GET /queue}. Rates are of the whole server and for the operator only. */
public final class QueueRoutes {
    private static final String PATH = "/queue";
    private static final int DEFAULT_LINES = 100;
    private static final int MAX_LINES = 1000;

    /** The engine answers between two steps; not in that time, it has other worries. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final QueueFields FIELDS = new QueueFields();

    private final QueuePorts ports;
    private final Reach reach;

    public QueueRoutes(QueuePorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(Route.get(PATH, Access.holding(Scope.READ), this::get));
    }

    private Response get(Request request) {
        Caller caller = request.signedIn();
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(caller, query);
        int lines = query.integer("limit", 1, MAX_LINES, DEFAULT_LINES);
        query.done();
        QueueLook look = new QueueLook(ports.log(), seen(whose), ports.clock().millis());
        boolean operator = caller.operator();
        QueueView view =
                look.view(
                        whose instanceof Whose.Nobodys ? null : whose.organisation(),
                        lines,
                        operator ? ports.engine().acceptedPerSecond() : null,
                        operator ? ports.engine().deliveredPerSecond() : null);
        return Response.json(200, ports.documents().one(view, FIELDS));
    }

    private List<QueueLook.Seen> seen(Whose whose) {
        List<LaneView> lanes =
                Await.result(ports.engine().lanes(), PATIENCE)
                        .orElseThrow(() ->
                                new RefusedException(
                                        ApiError.unavailable("The queue does not answer.")));
        return lanes.stream().flatMap(lane -> seen(lane, whose).stream()).toList();
    }

    private Optional<QueueLook.Seen> seen(LaneView lane, Whose whose) {
        return ports.directory()
                .endpoint(lane.endpoint())
                .filter(endpoint -> whose.includes(endpoint.organisation()))
                .map(endpoint -> new QueueLook.Seen(lane, endpoint));
    }
}
