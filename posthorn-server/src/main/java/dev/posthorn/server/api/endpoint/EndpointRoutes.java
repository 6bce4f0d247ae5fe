package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Actors;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
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
import java.util.Optional;
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
    private final EndpointAdministration administration;
    private final EndpointBody bodies;
    private final EndpointAnswers answers;
    private final Reach reach;
    private final Actors actors;

    public EndpointRoutes(EndpointPorts ports, EndpointAdministration administration) {
        this.ports = ports;
        this.administration = administration;
        this.bodies = new EndpointBody(ports.urls());
        this.answers = new EndpointAnswers(ports.documents(), ports.directory());
        this.reach = new Reach(ports.directory(), ports.ids());
        this.actors = new Actors(ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH, MANAGE, this::create),
                Route.get(PATH, READ, this::list),
                Route.get(ONE, READ, this::get),
                Route.post(ONE, MANAGE, this::update),
                Route.delete(ONE, MANAGE, this::deactivate),
                Route.post(ONE + "/test", MANAGE, request -> test(201, request)),
                Route.get(ONE + "/test", MANAGE, request -> test(200, request)));
    }

    private Response create(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        Organisation owner = owner(body, request.signedIn());
        EndpointWishes wishes = bodies.read(body, owner.defaultProfile());
        if (!body.has("url")) {
            body.problem("url", "is missing");
        }
        if (!wishes.tested && !request.signedIn().operator()) {
            body.problem("test", "only the operator may leave the test out");
        }
        body.done();
        new QueryFields(request.query()).done();
        NewEndpoint wanted =
                new NewEndpoint(
                        owner.id(),
                        wishes.uid,
                        wishes.applied(EndpointSettings.of("", owner.defaultProfile())),
                        wishes.secret,
                        start(wishes));
        return answers.changed(
                201,
                administration.create(
                        wanted, actors.actor(request.signedIn()), ports.clock().millis()),
                request);
    }

    private static NewEndpoint.Start start(EndpointWishes wishes) {
        if (wishes.state == EndpointUpdate.Wish.DEACTIVATED) {
            return NewEndpoint.Start.DEACTIVATED;
        }
        return wishes.tested ? NewEndpoint.Start.TESTED : NewEndpoint.Start.TRUSTED;
    }

    /** The body's organisation is read first: its profile decides what the options mean. */
    private Organisation owner(BodyFields body, Caller caller) {
        Optional<Organisation> found =
                body.peek("organisation")
                        .map(named -> reach.organisation(caller, named))
                        .orElseGet(() -> reach.own(caller));
        return found.orElseThrow(() ->
                new RefusedException(
                        ApiError.invalid("organisation", "there is none by this name")));
    }

    private Response list(Request request) {
        QueryFields query = new QueryFields(request.query());
        Caller caller = request.signedIn();
        Whose whose = reach.whose(caller, query);
        EndpointState state = query.word("state", STATES).orElse(null);
        String profile = query.text("profile").orElse(null);
        TimeRange created = query.times("date_created");
        var page = Pages.request(query, ports.ids());
        query.done();
        List<Endpoint> found =
                reach.endpoints(caller).stream()
                        .filter(one -> whose.includes(one.organisation()))
                        .filter(one -> shows(one, state))
                        .filter(one -> profile == null || profile.equals(one.settings().profile()))
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

    private Response update(Request request) {
        Endpoint endpoint = endpoint(request);
        BodyFields body = JsonBody.fields(request.body());
        EndpointWishes wishes = bodies.read(body, endpoint.settings().profile());
        if (wishes.organisation != null) {
            body.problem("organisation", "cannot be changed");
        }
        if (body.has("test")) {
            body.problem("test", "can only be given when an endpoint is made");
        }
        body.done();
        new QueryFields(request.query()).done();
        EndpointUpdate wanted =
                new EndpointUpdate(wishes::applied, wishes.uid, wishes.secret, wishes.state);
        return answers.changed(
                200,
                administration.update(
                        endpoint.id(),
                        wanted,
                        actors.actor(request.signedIn()),
                        ports.clock().millis()),
                request);
    }

    private Response deactivate(Request request) {
        Endpoint endpoint = endpoint(request);
        return answers.changed(
                200,
                administration.deactivate(
                        endpoint.id(), actors.actor(request.signedIn()), ports.clock().millis()),
                request);
    }

    private Response test(int status, Request request) {
        Endpoint endpoint = endpoint(request);
        QueryFields query = new QueryFields(request.query());
        BodyFields body = JsonBody.fields(request.body());
        String[] type = {query.text("event_type").orElse(null)};
        body.textOrNull("event_type", EventType.MAX_LENGTH, named -> type[0] = named);
        if (type[0] != null && !EventType.isSlug(type[0])) {
            body.problem("event_type", "must be an event type such as user.updated");
        }
        query.done();
        body.done();
        return answers.test(
                status,
                administration.test(
                        endpoint.id(),
                        type[0],
                        actors.actor(request.signedIn()),
                        ports.clock().millis()),
                request);
    }
}
