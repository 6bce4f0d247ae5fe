package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /configs/webhook}. */
public final class EndpointRoutes {
    static final String PATH = "/configs/webhook";
    private static final String ONE = PATH + "/{id}";
    private static final Access READ = Access.holding(Scope.READ);
    private static final Access MANAGE = Access.holding(Scope.MANAGE);
    private static final Map<String, EndpointState> STATES =
            Map.of(
                    "new", EndpointState.NEW,
                    "valid", EndpointState.VALID,
                    "invalid", EndpointState.INVALID,
                    "deactivated", EndpointState.DEACTIVATED);

    private final EndpointPorts ports;
    private final EndpointAnswers answers;
    private final EndpointChanges changes;
    private final Reach reach;

    public EndpointRoutes(EndpointPorts ports, EndpointAdministration administration) {
        this.ports = ports;
        this.answers = new EndpointAnswers(ports);
        this.changes = new EndpointChanges(ports, administration, answers);
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH, MANAGE, NoQuery.of(changes::create)),
                Route.get(PATH, READ, this::list),
                Route.get(ONE, READ, this::get),
                Route.post(ONE, MANAGE, NoQuery.of(changes::update)),
                Route.put(ONE, MANAGE, NoQuery.of(changes::put)),
                Route.delete(ONE, MANAGE, NoQuery.of(changes::deactivate)),
                Route.post(ONE + "/rotate", MANAGE, NoQuery.of(changes::rotate)),
                Route.post(ONE + "/test", MANAGE, request -> changes.test(201, request)),
                Route.get(ONE + "/test", MANAGE, request -> changes.test(200, request)));
    }

    private Response list(Request request) {
        QueryFields query = new QueryFields(request.query());
        Caller caller = request.signedIn();
        Whose whose = reach.whose(caller, query);
        EndpointState state = query.word("state", STATES).orElse(null);
        String profile = query.text("profile").orElse(null);
        String uid = query.text("uid").orElse(null);
        TimeRange created = query.times("date_created");
        var page = Pages.request(query, ports.ids());
        query.done();
        List<Endpoint> found =
                reach.endpoints(caller).stream()
                        .filter(one -> whose.includes(one.organisation()))
                        .filter(one -> shows(one, state))
                        .filter(one -> profile == null || profile.equals(one.settings().profile()))
                        .filter(one -> uid == null || uid.equals(one.uid()))
                        .filter(one -> created.contains(one.createdMs()))
                        .toList();
        return answers.list(Pages.of(found, one -> one.id().seq(), page), caller);
    }

    /** Deactivated ones are shown only to those who ask for them. */
    private static boolean shows(Endpoint endpoint, @Nullable EndpointState wanted) {
        return wanted == null
                ? endpoint.state() != EndpointState.DEACTIVATED
                : endpoint.state() == wanted;
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        return answers.one(200, endpoint(request), request.signedIn());
    }

    private Endpoint endpoint(Request request) {
        return reach.endpoint(request.signedIn(), request.value("id"))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }
}
