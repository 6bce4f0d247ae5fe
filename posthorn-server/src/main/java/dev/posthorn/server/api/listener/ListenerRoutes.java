package dev.posthorn.server.api.listener;

import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.administration.ListenerResult;
import dev.posthorn.core.administration.NewListener;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Actors;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.endpoint.EndpointErrors;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.Method;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.http.StreamAnswer;
import dev.posthorn.server.listener.ListenerAnswer;
import dev.posthorn.server.listener.ListenerStream;
import java.util.List;

/** {@code /listeners}. */
public final class ListenerRoutes {
    private static final String PATH = "/listeners";
    private static final String ONE = PATH + "/{id}";
    private static final Access MANAGE = Access.holding(Scope.MANAGE);
    private static final String LINES = "application/x-ndjson";

    /** As many answers as may be open, each of 16 KiB of text that may need escapes. */
    private static final int MAX_ANSWERS_BYTES = 8 * 1024 * 1024;

    private static final int MAX_ID = 256;

    private final ListenerPorts ports;
    private final ListenerFields fields;
    private final Reach reach;
    private final Actors actors;

    public ListenerRoutes(ListenerPorts ports) {
        this.ports = ports;
        this.fields = new ListenerFields(ports.ids());
        this.reach = new Reach(ports.directory(), ports.ids());
        this.actors = new Actors(ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH, MANAGE, NoQuery.of(this::open)),
                Route.delete(ONE, MANAGE, NoQuery.of(this::end)),
                Route.stream(ONE + "/stream", MANAGE, this::stream),
                new Route(
                        Method.POST,
                        ONE + "/answers",
                        MANAGE,
                        MAX_ANSWERS_BYTES,
                        new Route.Work.Blocking(NoQuery.of(this::answers))));
    }

    private Response open(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        Organisation owner = owner(body, request.signedIn());
        NewListener wanted = ListenerBody.read(body, owner, ports.ids().text(owner.id().seq()));
        refuseConnected(wanted);
        ListenerResult result =
                ports.listeners()
                        .open(wanted, actors.actor(request.signedIn()), ports.clock().millis());
        Endpoint endpoint = opened(result);
        ports.lines().expect(endpoint);
        return Response.json(201, ports.documents().one(endpoint, fields));
    }

    private Organisation owner(BodyFields body, Caller caller) {
        body.text("organisation", MAX_ID, _ -> {});
        return body.peek("organisation")
                .map(named -> reach.organisation(caller, named))
                .orElseGet(() -> reach.own(caller))
                .orElseThrow(() ->
                        new RefusedException(
                                ApiError.invalid("organisation", "there is none by this name")));
    }

    /** Two programs with one name would take the connection from each other for ever. */
    private void refuseConnected(NewListener wanted) {
        boolean connected =
                ports.directory().endpoints(wanted.organisation()).stream()
                        .filter(one -> one.settings().url().equals(wanted.settings().url()))
                        .anyMatch(one -> ports.lines().isConnected(one.id()));
        if (connected) {
            throw conflict("A listener of this name is connected. Give this one another name.");
        }
        if (ports.lines().isFull()) {
            throw new RefusedException(
                    ApiError.unavailable("Too many listeners are connected; try again later."));
        }
    }

    private static Endpoint opened(ListenerResult result) {
        return switch (result) {
            case ListenerResult.Open(Endpoint endpoint) -> endpoint;
            case ListenerResult.Refused(var why) ->
                    throw new RefusedException(EndpointErrors.of(why));
            case ListenerResult.TooMany(int most) ->
                    throw conflict("An organisation may have at most " + most + " listeners.");
        };
    }

    private Response end(Request request) {
        Endpoint endpoint = listener(request);
        ports.listeners()
                .end(endpoint.id(), actors.actor(request.signedIn()), ports.clock().millis());
        return Response.json(200, ports.documents().one(endpoint, fields));
    }

    private void stream(Request request, StreamAnswer answer) {
        new QueryFields(request.query()).done();
        Endpoint endpoint = listener(request);
        Caller caller = request.signedIn();
        ListenerStream[] opened = {null};
        var out = answer.open(LINES, () -> ports.lines().disconnected(endpoint.id(), opened[0]));
        opened[0] = new OpenStream(out, ports.documents(), () -> isAdmitted(caller));
        ports.lines().connect(endpoint, opened[0]);
    }

    /** A key that was changed since must show its token again. */
    private boolean isAdmitted(Caller caller) {
        Key key = caller.key();
        boolean barred =
                key.organisation() != null
                        && ports.directory()
                                .organisation(key.organisation())
                                .filter(one -> one.standing() == Organisation.Standing.OPEN)
                                .isEmpty();
        return !barred
                && key.usableAt(ports.clock().millis())
                && ports.directory().key(key.id()).filter(key::equals).isPresent();
    }

    private Response answers(Request request) {
        Endpoint endpoint = listener(request);
        List<ListenerAnswer> answers = AnswersBody.read(JsonBody.fields(request.body()));
        List<Long> late = ports.lines().answered(endpoint.id(), answers).join();
        return Response.json(
                200,
                ports.documents().one(new TakenAnswers(answers.size(), late), TakenAnswers.FIELDS));
    }

    private Endpoint listener(Request request) {
        return reach.endpoint(request.signedIn(), request.value("id"))
                .filter(ListenerAdministration::isOpen)
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private static RefusedException conflict(String why) {
        return new RefusedException(ApiError.of(ErrorCode.CONFLICT, why));
    }
}
