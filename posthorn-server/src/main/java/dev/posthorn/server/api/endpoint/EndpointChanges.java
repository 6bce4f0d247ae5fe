package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.EndpointRejection;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.administration.OwnId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.api.caller.Actors;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that makes, changes or tests an endpoint. */
final class EndpointChanges {
    private final EndpointPorts ports;
    private final EndpointAdministration administration;
    private final EndpointBody bodies;
    private final EndpointAnswers answers;
    private final Reach reach;
    private final Actors actors;

    EndpointChanges(
            EndpointPorts ports, EndpointAdministration administration, EndpointAnswers answers) {
        this.ports = ports;
        this.administration = administration;
        this.bodies = new EndpointBody(ports.urls(), ports.clock());
        this.answers = answers;
        this.reach = new Reach(ports.directory(), ports.ids());
        this.actors = new Actors(ports.ids());
    }

    Response create(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        return made(owner(body, request.signedIn()), null, body, request);
    }

    /**
     * Updates what is called so, else makes it. Of two calls at once one makes it and the other one
     * finds it made.
     */
    Response put(Request request) {
        String named = request.value("id");
        Caller caller = request.signedIn();
        if (!OwnId.isOne(named)) {
            return updated(reach.endpoint(caller, named).orElseThrow(() -> noSuch(named)), request);
        }
        BodyFields body = JsonBody.fields(request.body());
        Organisation owner = owner(body, caller);
        Optional<Endpoint> found = reach.endpoint(caller, owner.id(), named);
        return found.isPresent()
                ? updated(found.get(), request)
                : made(owner, named, body, request);
    }

    /** What is neither an id in the caller's reach nor can become an own one. */
    private RefusedException noSuch(String named) {
        return new RefusedException(
                OwnId.isUuid(named)
                        ? ApiError.notFound()
                        : ApiError.invalid("uid", EndpointBody.UID_RULE));
    }

    /** The body's organisation is read first: its profile decides what the options mean. */
    private Organisation owner(BodyFields body, Caller caller) {
        return body.peek("organisation")
                .map(named -> reach.organisation(caller, named))
                .orElseGet(() -> reach.own(caller))
                .orElseThrow(() ->
                        new RefusedException(
                                ApiError.invalid("organisation", "there is none by this name")));
    }

    private Response made(
            Organisation owner, @Nullable String uid, BodyFields body, Request request) {
        EndpointSettings start = EndpointSettings.of("", owner.defaultProfile());
        EndpointWishes wishes = bodies.read(body, start);
        if (!body.has("url")) {
            body.problem("url", "is missing");
        }
        wishes.named(uid, body);
        wishes.trusted(request.signedIn(), body);
        wishes.heard(request.signedIn(), body);
        body.done();
        new QueryFields(request.query()).done();
        NewEndpoint wanted =
                new NewEndpoint(
                        owner.id(),
                        wishes.uid,
                        wishes.applied(start),
                        wishes.secret,
                        wishes.start());
        EndpointResult result =
                administration.create(
                        wanted, actors.actor(request.signedIn()), ports.clock().millis());
        return uid != null && isTaken(result)
                ? put(request)
                : answers.changed(201, result, request);
    }

    private static boolean isTaken(EndpointResult result) {
        return result instanceof EndpointResult.Refused(EndpointRejection.UidTaken _);
    }

    Response update(Request request) {
        return updated(endpoint(request), request);
    }

    private Endpoint endpoint(Request request) {
        return reach.endpoint(request.signedIn(), request.value("id"))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private Response updated(Endpoint endpoint, Request request) {
        BodyFields body = JsonBody.fields(request.body());
        EndpointWishes wishes = bodies.read(body, endpoint.settings());
        if (wishes.organisation != null && !isOwner(wishes.organisation, endpoint, request)) {
            body.problem("organisation", "cannot be changed");
        }
        wishes.trusted(request.signedIn(), body);
        wishes.heard(request.signedIn(), body);
        body.done();
        new QueryFields(request.query()).done();
        EndpointUpdate wanted =
                new EndpointUpdate(wishes::applied, wishes.uid, wishes.secret, wishes.wish());
        return answers.changed(
                200,
                administration.update(
                        endpoint.id(),
                        wanted,
                        actors.actor(request.signedIn()),
                        ports.clock().millis()),
                request);
    }

    private boolean isOwner(String named, Endpoint endpoint, Request request) {
        return reach.organisation(request.signedIn(), named)
                .filter(owner -> owner.id().equals(endpoint.organisation()))
                .isPresent();
    }

    Response deactivate(Request request) {
        Endpoint endpoint = endpoint(request);
        return answers.changed(
                200,
                administration.deactivate(
                        endpoint.id(), actors.actor(request.signedIn()), ports.clock().millis()),
                request);
    }

    Response rotate(Request request) {
        Endpoint endpoint = endpoint(request);
        BodyFields body = JsonBody.fields(request.body());
        var wanted = RotationBody.read(body);
        body.done();
        new QueryFields(request.query()).done();
        return answers.changed(
                200, administration.rotate(endpoint.id(), wanted, ports.clock().millis()), request);
    }

    Response test(int status, Request request) {
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
