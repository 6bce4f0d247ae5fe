package dev.posthorn.server.api.audit;

import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.AuditFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /audit}: the operator sees everything, a key that may manage its own organisation's
 * part. Filters: {@code organisation}, {@code action}, {@code actor} (a key or user), {@code
 * target} and {@code date_created}.
 */
public final class AuditRoutes {
    private static final String PATH = "/audit";
    private static final AuditFields FIELDS = new AuditFields();

    private final DeliveryLog log;
    private final PublicIds ids;
    private final Documents documents;
    private final Reach reach;

    public AuditRoutes(Directory directory, PublicIds ids, Documents documents, DeliveryLog log) {
        this.log = log;
        this.ids = ids;
        this.documents = documents;
        this.reach = new Reach(directory, ids);
    }

    public List<Route> routes() {
        return List.of(Route.get(PATH, Access.holding(Scope.MANAGE), this::list));
    }

    private Response list(Request request) {
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(request.signedIn(), query);
        Optional<String> action = query.text("action");
        Optional<String> actor = query.text("actor");
        Optional<String> target = query.text("target");
        TimeRange written = query.times("date_created");
        PageRequest page = Pages.request(query, ids);
        query.done();
        boolean nobody =
                whose instanceof Whose.Nobodys
                        || (actor.isPresent() && seq(actor) == null)
                        || (target.isPresent() && seq(target) == null);
        Page<AuditLine> found =
                nobody
                        ? Page.empty()
                        : log.audit(
                                new AuditFilter(
                                        whose.organisation(),
                                        seq(actor),
                                        action.orElse(null),
                                        seq(target)),
                                written,
                                page);
        return Response.json(200, documents.list(PATH, found, FIELDS));
    }

    /** Null when none is given or it is no id: a foreign id finds nothing. */
    private @Nullable Long seq(Optional<String> id) {
        OptionalLong seq = id.map(ids::seq).orElseGet(OptionalLong::empty);
        return seq.isPresent() ? (Long) seq.getAsLong() : null;
    }
}
