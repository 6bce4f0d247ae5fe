package dev.posthorn.server.api.key;

import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.KeyRejection;
import dev.posthorn.core.administration.KeyResult;
import dev.posthorn.core.administration.NewKey;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.KeyFields;
import dev.posthorn.server.api.resource.KeyView;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /key} and {@code /keys}. A token is shown once, in the answer that made it. */
public final class KeyRoutes {
    private static final String PATH = "/keys";
    private static final String ONE = PATH + "/{id}";
    private static final int MAX_ID = 256;
    private static final Access MANAGE = Access.holding(Scope.MANAGE);
    private static final KeyFields FIELDS = new KeyFields();

    private final KeyPorts ports;
    private final KeyAdministration administration;
    private final Reach reach;

    public KeyRoutes(KeyPorts ports, KeyAdministration administration) {
        this.ports = ports;
        this.administration = administration;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/key", Access.anyKey(), NoQuery.of(this::own)),
                Route.get(PATH, MANAGE, this::list),
                Route.post(PATH, MANAGE, NoQuery.of(this::create)),
                Route.get(ONE, MANAGE, NoQuery.of(this::get)),
                Route.post(ONE, MANAGE, NoQuery.of(this::update)),
                Route.post(ONE + "/rotate", MANAGE, NoQuery.of(this::rotate)));
    }

    private Response own(Request request) {
        return shown(200, request.signedIn().key(), null);
    }

    private Response list(Request request) {
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(request.signedIn(), query);
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        List<KeyView> found =
                ports.directory().keys().stream()
                        .filter(key -> whose.includes(key.organisation()))
                        .map(key -> view(key, null))
                        .toList();
        Page<KeyView> shown = Pages.of(found, view -> view.key().id().seq(), page);
        return Response.json(200, ports.documents().list(PATH, shown, FIELDS));
    }

    private Response get(Request request) {
        return shown(200, key(request), null);
    }

    private Key key(Request request) {
        return reach.key(request.signedIn(), request.value("id"))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private Response create(Request request) {
        Caller caller = request.signedIn();
        BodyFields body = JsonBody.fields(request.body());
        KeyBody wanted =
                KeyBody.empty().read(body, caller.operator(), id -> endpoint(caller, body, id));
        OrganisationId owner = owner(body, caller, wanted);
        body.done();
        String token = newToken();
        KeyResult result =
                administration.create(
                        new NewKey(
                                owner,
                                wanted.name(),
                                wanted.scopes(),
                                wanted.endpoint(),
                                wanted.expiresMs()),
                        Tokens.hash(token),
                        ports.clock().millis());
        return shown(201, done(result), token);
    }

    /** An own id means the one of the organisation the key is made for. */
    private Optional<Endpoint> endpoint(Caller caller, BodyFields body, String named) {
        return body.peek("organisation")
                .map(owner -> reach.organisation(caller, owner))
                .orElseGet(() -> reach.own(caller))
                .flatMap(one -> reach.endpoint(caller, one.id(), named));
    }

    /** Null for a key of the operator's, which only such a key can make. */
    private @Nullable OrganisationId owner(BodyFields body, Caller caller, KeyBody wanted) {
        String[] named = {null};
        body.text("organisation", MAX_ID, text -> named[0] = text);
        if (named[0] != null) {
            Optional<OrganisationId> found =
                    reach.organisation(caller, named[0]).map(organisation -> organisation.id());
            if (found.isEmpty()) {
                body.problem("organisation", "there is none by this name");
            }
            return found.orElse(null);
        }
        return wanted.scopes().contains(Scope.OPERATOR)
                ? caller.key().organisation()
                : reach.own(caller).map(organisation -> organisation.id()).orElse(null);
    }

    private Response update(Request request) {
        Caller caller = request.signedIn();
        Key key = key(request);
        BodyFields body = JsonBody.fields(request.body());
        KeyBody.of(key).read(body, caller.operator(), id -> endpoint(caller, key, id));
        body.done();
        return shown(
                200,
                done(
                        administration.update(
                                key.id(),
                                before ->
                                        KeyBody.of(before)
                                                .read(
                                                        JsonBody.fields(request.body()),
                                                        caller.operator(),
                                                        id -> endpoint(caller, key, id))
                                                .applied(before, before.tokenHash()))),
                null);
    }

    private Optional<Endpoint> endpoint(Caller caller, Key key, String named) {
        OrganisationId owner = key.organisation();
        return owner == null ? Optional.empty() : reach.endpoint(caller, owner, named);
    }

    private Response rotate(Request request) {
        Key key = key(request);
        JsonBody.fields(request.body()).done();
        String token = newToken();
        return shown(
                200,
                done(
                        administration.update(
                                key.id(),
                                before -> KeyBody.of(before).applied(before, Tokens.hash(token)))),
                token);
    }

    private String newToken() {
        return Tokens.token(ports.chance().bytes(Tokens.CHANCE_BYTES));
    }

    private Response shown(int status, Key key, @Nullable String token) {
        return Response.json(status, ports.documents().one(view(key, token), FIELDS));
    }

    private KeyView view(Key key, @Nullable String token) {
        return new KeyView(key, token, ports.uses().lastMs(key.id()), ports.clock().millis());
    }

    private static Key done(KeyResult result) {
        return switch (result) {
            case KeyResult.Done(Key key) -> key;
            case KeyResult.Refused(KeyRejection why) -> throw new RefusedException(error(why));
        };
    }

    private static ApiError error(KeyRejection why) {
        return switch (why) {
            case KeyRejection.NoSuchKey() -> ApiError.notFound();
            case KeyRejection.NoSuchOrganisation() ->
                    ApiError.invalid("organisation", "there is none by this name");
            case KeyRejection.NoSuchEndpoint() ->
                    ApiError.invalid(
                            "webhook_config", "there is none by this id in the key's organisation");
            case KeyRejection.NoScopes() ->
                    ApiError.invalid("scopes", "must have one at least: publish, manage or read");
            case KeyRejection.ScopesDoNotFit() ->
                    ApiError.invalid(
                            "scopes",
                            "a key of an organisation cannot be operator, and one without cannot"
                                    + " manage or read");
            case KeyRejection.TooMany(int most) ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            "An organisation may have at most " + most + " keys in use.");
        };
    }
}
