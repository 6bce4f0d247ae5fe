package dev.posthorn.server.api.portal;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.NoQuery;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code POST /organisations/{id}/portal}: a one-time link into the dashboard, limited to that
 * organisation. For the operator, and for keys that manage the organisation: such a link lets its
 * holder do less than they can.
 */
public final class PortalRoutes {
    private static final String PATH = "/organisations/{id}/portal";

    private final PortalLinks links;
    private final Documents documents;
    private final Reach reach;
    private final InstantSource clock;

    public PortalRoutes(
            PortalLinks links,
            Directory directory,
            PublicIds ids,
            Documents documents,
            InstantSource clock) {
        this.links = links;
        this.documents = documents;
        this.reach = new Reach(directory, ids);
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.post(PATH, Access.holding(Scope.MANAGE), NoQuery.of(this::make)));
    }

    private Response make(Request request) {
        Organisation organisation = open(request);
        PortalBody wanted = PortalBody.read(JsonBody.fields(request.body()));
        PortalPass pass = wanted.pass(organisation.id());
        long nowMs = clock.millis();
        String url =
                links.make(pass, wanted.life(), nowMs)
                        .orElseThrow(() ->
                                conflict(
                                        "This server does not know under which URL people reach"
                                                + " it. Set public-url and start it again."));
        PortalLink link = new PortalLink(pass, url, nowMs + wanted.life().toMillis());
        return Response.json(200, documents.one(link, PortalLink.FIELDS));
    }

    private Organisation open(Request request) {
        Organisation found =
                reach.organisation(request.signedIn(), request.value("id"))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        if (found.standing() != Organisation.Standing.OPEN) {
            throw conflict("The organisation is not active: nobody can sign in to it.");
        }
        return found;
    }

    private static RefusedException conflict(String why) {
        return new RefusedException(ApiError.of(ErrorCode.CONFLICT, why));
    }
}
