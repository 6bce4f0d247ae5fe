package dev.posthorn.server.api.eventtype;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.core.administration.EventTypeAdministration;
import dev.posthorn.core.administration.EventTypeResult;
import dev.posthorn.core.catalogue.EventTypes;
import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.EventTypeFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /event-types}: read by every key, written by the operator. */
public final class EventTypeRoutes {
    private static final String PATH = "/event-types";
    private static final String ONE = PATH + "/{slug}";
    private static final Access OPERATOR = Access.holding(Scope.OPERATOR);
    private static final EventTypeFields FIELDS = new EventTypeFields();

    private final EventTypes types;
    private final EventTypeAdministration administration;
    private final Documents documents;
    private final InstantSource clock;

    public EventTypeRoutes(
            EventTypes types,
            EventTypeAdministration administration,
            Documents documents,
            InstantSource clock) {
        this.types = types;
        this.administration = administration;
        this.documents = documents;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.anyKey(), this::list),
                Route.post(PATH, OPERATOR, NoQuery.of(this::create)),
                Route.get(ONE, Access.anyKey(), NoQuery.of(request -> shown(200, named(request)))),
                Route.post(ONE, OPERATOR, NoQuery.of(this::update)),
                Route.delete(ONE, OPERATOR, NoQuery.of(this::archive)));
    }

    private Response list(Request request) {
        Page<TypeEntry> page = EventTypePage.of(types.all(), new QueryFields(request.query()));
        return Response.json(200, documents.list(PATH, page, FIELDS));
    }

    private TypeEntry named(Request request) {
        return slug(request)
                .flatMap(types::entry)
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private static Optional<EventType> slug(Request request) {
        String slug = request.value("slug");
        return EventType.isSlug(slug) ? Optional.of(new EventType(slug)) : Optional.empty();
    }

    private Response create(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        String slug = body.peek("slug").orElse("");
        if (!body.has("slug")) {
            body.problem("slug", "is missing");
        }
        body.text("slug", EventType.MAX_LENGTH, _ -> {});
        if (body.has("slug") && !EventType.isSlug(slug)) {
            body.problem("slug", "must be 1 to 8 parts of A-Za-z0-9_- joined by dots");
        }
        EventTypeBody wanted = EventTypeBody.read(body);
        body.done();
        TypeEntry made = wanted.made(new EventType(slug), clock.millis());
        return shown(201, done(administration.create(made)));
    }

    private Response update(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        EventTypeBody wanted = EventTypeBody.read(body);
        body.done();
        TypeEntry named = named(request);
        long nowMs = clock.millis();
        return shown(
                200, done(administration.update(named.type(), it -> wanted.applied(it, nowMs))));
    }

    private Response archive(Request request) {
        long nowMs = clock.millis();
        BodyFields body = JsonBody.fields("{\"archived\":true}".getBytes(UTF_8));
        EventTypeBody wanted = EventTypeBody.read(body);
        return shown(
                200,
                done(
                        administration.update(
                                named(request).type(), it -> wanted.applied(it, nowMs))));
    }

    private Response shown(int status, TypeEntry entry) {
        return Response.json(status, documents.one(entry, FIELDS));
    }

    private static TypeEntry done(EventTypeResult result) {
        return switch (result) {
            case EventTypeResult.Done(var entry) -> entry;
            case EventTypeResult.Refused(var why) ->
                    throw new RefusedException(EventTypeErrors.of(why));
        };
    }
}
