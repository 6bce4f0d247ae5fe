package dev.posthorn.server.api.profile;

import dev.posthorn.core.administration.OwnProfileAdministration;
import dev.posthorn.core.administration.OwnProfileRejection;
import dev.posthorn.core.administration.OwnProfileResult;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.resource.ProfileFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.InstantSource;
import java.util.List;

/** {@code /profiles}: they are few, so there is one page. The operator's own can be written. */
public final class ProfileRoutes {
    private static final String PATH = "/profiles";
    private static final String ONE = PATH + "/{name}";
    private static final Access OPERATOR = Access.holding(Scope.OPERATOR);
    private static final ProfileFields FIELDS = new ProfileFields();

    private final Profiles profiles;
    private final OwnProfileAdministration administration;
    private final Documents documents;
    private final InstantSource clock;

    public ProfileRoutes(
            Profiles profiles,
            OwnProfileAdministration administration,
            Documents documents,
            InstantSource clock) {
        this.profiles = profiles;
        this.administration = administration;
        this.documents = documents;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.anyKey(), NoQuery.of(_ -> list())),
                Route.get(ONE, Access.anyKey(), NoQuery.of(request -> shown(200, named(request)))),
                Route.put(ONE, OPERATOR, NoQuery.of(this::put)),
                Route.delete(ONE, OPERATOR, NoQuery.of(this::delete)));
    }

    private Response list() {
        List<Profile> all = List.copyOf(profiles.all());
        Page<Profile> page = new Page<>(all, false, 0, all.size(), false);
        return Response.json(200, documents.list(PATH, page, FIELDS));
    }

    private Profile named(Request request) {
        return profiles.named(request.value("name"))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private Response put(Request request) {
        BodyFields body = JsonBody.fields(request.body());
        OwnProfile wanted = OwnProfileBody.read(body);
        body.done();
        OwnProfileResult.Done done =
                done(administration.put(request.value("name"), wanted, clock.millis()));
        return shown(done.made() ? 201 : 200, named(request));
    }

    /** Answers it as it was. */
    private Response delete(Request request) {
        Profile before = named(request);
        done(administration.delete(before.name(), clock.millis()));
        return shown(200, before);
    }

    private Response shown(int status, Profile profile) {
        return Response.json(status, documents.one(profile, FIELDS));
    }

    private static OwnProfileResult.Done done(OwnProfileResult result) {
        return switch (result) {
            case OwnProfileResult.Done done -> done;
            case OwnProfileResult.Refused(var why) -> throw new RefusedException(error(why));
        };
    }

    private static ApiError error(OwnProfileRejection why) {
        return switch (why) {
            case OwnProfileRejection.NoSuchProfile() -> ApiError.notFound();
            case OwnProfileRejection.BuiltIn() ->
                    conflict("This profile comes with Posthorn: choose another name.");
            case OwnProfileRejection.InUse(int endpoints, int organisations) ->
                    conflict(
                            "This profile is in use: by "
                                    + endpoints
                                    + " endpoints, and as the default of "
                                    + organisations
                                    + " organisations.");
            case OwnProfileRejection.TooMany(int most) ->
                    conflict("There may be at most " + most + " profiles of your own.");
            case OwnProfileRejection.TooManyVersions(int most) ->
                    conflict("A profile may be changed " + most + " times: take another name.");
            case OwnProfileRejection.Invalid(var problems) -> ApiError.invalid(problems);
        };
    }

    private static ApiError conflict(String message) {
        return ApiError.of(ErrorCode.CONFLICT, message);
    }
}
