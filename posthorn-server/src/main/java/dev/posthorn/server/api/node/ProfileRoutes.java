package dev.posthorn.server.api.node;

import dev.posthorn.core.log.Page;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.api.resource.ProfileFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;

/** {@code GET /profiles}: they are few, so there is one page. */
public final class ProfileRoutes {
    private static final String PATH = "/profiles";
    private static final ProfileFields FIELDS = new ProfileFields();

    private final Profiles profiles;
    private final Documents documents;

    public ProfileRoutes(Profiles profiles, Documents documents) {
        this.profiles = profiles;
        this.documents = documents;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.anyKey(), NoQuery.of(_ -> list())),
                Route.get(PATH + "/{name}", Access.anyKey(), NoQuery.of(this::get)));
    }

    private Response list() {
        List<Profile> all = List.copyOf(profiles.all());
        Page<Profile> page = new Page<>(all, false, 0, all.size(), false);
        return Response.json(200, documents.list(PATH, page, FIELDS));
    }

    private Response get(Request request) {
        Profile profile =
                profiles.named(request.value("name"))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return Response.json(200, documents.one(profile, FIELDS));
    }
}
