package dev.posthorn.server.api.organisation;

import dev.posthorn.core.administration.NewOrganisation;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OrganisationRejection;
import dev.posthorn.core.administration.OrganisationResult;
import dev.posthorn.core.administration.OwnId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.OrganisationFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /organisation}, one's own, and {@code /organisations}, the operator's view. */
public final class OrganisationRoutes {
    private static final String OWN = "/organisation";
    private static final String PATH = "/organisations";
    private static final String ONE = PATH + "/{id}";
    private static final Access READ = Access.holding(Scope.READ);
    private static final Access MANAGE = Access.holding(Scope.MANAGE);
    private static final Access OPERATOR = Access.holding(Scope.OPERATOR);

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private final OrganisationPorts ports;
    private final OrganisationAdministration administration;
    private final OrganisationFields fields;
    private final Reach reach;

    public OrganisationRoutes(OrganisationPorts ports, OrganisationAdministration administration) {
        this.ports = ports;
        this.administration = administration;
        this.fields = new OrganisationFields(ports.directory());
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(OWN, READ, NoQuery.of(request -> shown(200, own(request)))),
                Route.post(OWN, MANAGE, NoQuery.of(request -> update(own(request), request))),
                Route.get(PATH, OPERATOR, this::list),
                Route.post(PATH, OPERATOR, NoQuery.of(this::create)),
                Route.get(ONE, READ, NoQuery.of(request -> shown(200, named(request)))),
                Route.post(ONE, MANAGE, NoQuery.of(request -> update(named(request), request))),
                Route.put(ONE, MANAGE, NoQuery.of(this::put)),
                Route.delete(ONE, MANAGE, this::end));
    }

    private Organisation own(Request request) {
        return found(reach.own(request.signedIn()));
    }

    private Organisation named(Request request) {
        return found(reach.organisation(request.signedIn(), request.value("id")));
    }

    private static Organisation found(Optional<Organisation> organisation) {
        return organisation.orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private Response list(Request request) {
        QueryFields query = new QueryFields(request.query());
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        List<Organisation> all = List.copyOf(ports.directory().organisations());
        return Response.json(
                200,
                ports.documents().list(PATH, Pages.of(all, one -> one.id().seq(), page), fields));
    }

    private Response create(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        OrganisationBody wanted = OrganisationBody.read(body, true, _ -> Optional.empty());
        return shown(201, done(made(wanted, body)));
    }

    /**
     * Updates what is called so, else makes it, which only the operator can. Of two calls at once
     * one makes it and the other one finds it made.
     */
    private Response put(Request request) {
        String named = request.value("id");
        Optional<Organisation> found = reach.organisation(request.signedIn(), named);
        if (found.isPresent()) {
            return update(found.get(), request);
        }
        if (!request.signedIn().operator() || OwnId.isUuid(named)) {
            throw new RefusedException(ApiError.notFound());
        }
        BodyFields body = JsonBody.fields(request.body());
        OrganisationBody wanted = OrganisationBody.read(body, true, _ -> Optional.empty());
        wanted.named(named, body);
        OrganisationResult result = made(wanted, body);
        return isTaken(result) ? put(request) : shown(201, done(result));
    }

    private static boolean isTaken(OrganisationResult result) {
        return result instanceof OrganisationResult.Refused(OrganisationRejection.UidTaken _);
    }

    private OrganisationResult made(OrganisationBody wanted, BodyFields body) {
        for (String later : List.of("state", "paused", "webhook_config_default")) {
            if (body.has(later)) {
                body.problem(later, "can be set once the organisation is made");
            }
        }
        String name = wanted.name() == null ? wanted.uid() : wanted.name();
        if (name == null) {
            body.problem("name", "is missing");
        }
        body.done();
        String profile = wanted.profile() == null ? ports.defaultProfile() : wanted.profile();
        NewOrganisation made =
                new NewOrganisation(wanted.uid(), name == null ? "" : name, wanted.slug(), profile);
        return administration.create(made, ports.clock().millis());
    }

    private Response update(Organisation organisation, Request request) {
        Caller caller = request.signedIn();
        BodyFields body = JsonBody.fields(request.body());
        OrganisationBody wanted =
                OrganisationBody.read(
                        body, caller.operator(), id -> endpoint(organisation, caller, id));
        body.done();
        return shown(200, done(administration.update(organisation.id(), wanted::applied)));
    }

    /**
     * Deactivates, or with {@code purge=true} erases for good. Others' are unknown to a key of an
     * organisation; its own it may not end.
     */
    private Response end(Request request) {
        QueryFields query = new QueryFields(request.query());
        boolean purge = query.word("purge", FLAGS).orElse(false);
        query.done();
        OrganisationId id = named(request).id();
        if (!request.signedIn().operator()) {
            throw new RefusedException(
                    ApiError.of(
                            ErrorCode.MISSING_SCOPE, "Only the operator can end an organisation."));
        }
        return shown(200, done(purge ? administration.purge(id) : administration.deactivate(id)));
    }

    private Optional<Endpoint> endpoint(Organisation owner, Caller caller, String id) {
        return reach.endpoint(caller, owner.id(), id);
    }

    private Response shown(int status, Organisation organisation) {
        return Response.json(status, ports.documents().one(organisation, fields));
    }

    private static Organisation done(OrganisationResult result) {
        return switch (result) {
            case OrganisationResult.Done(var organisation) -> organisation;
            case OrganisationResult.Refused(var why) -> throw new RefusedException(error(why));
        };
    }

    private static ApiError error(OrganisationRejection why) {
        return switch (why) {
            case OrganisationRejection.NoSuchOrganisation() -> ApiError.notFound();
            case OrganisationRejection.NoSuchProfile(String name) ->
                    ApiError.invalid("default_profile", "there is none called " + name);
            case OrganisationRejection.UidTaken(String uid) ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            "There is an organisation with the uid " + uid + ".");
            case OrganisationRejection.NoSuchEndpoint() ->
                    ApiError.invalid("webhook_config_default", "there is none by this id");
            case OrganisationRejection.NotRouted() ->
                    ApiError.invalid(
                            "webhook_config_default",
                            "has event_types of its own, so it cannot take what is left over");
            case OrganisationRejection.IsDefault() ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            "The organisation default stays: it is meant when a call names none.");
            case OrganisationRejection.TooMany(int most) ->
                    ApiError.of(
                            ErrorCode.CONFLICT, "There may be at most " + most + " organisations.");
        };
    }
}
