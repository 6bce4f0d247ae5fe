package dev.posthorn.server.dashboard.types;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.EventType;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Optional;

/** The list of event types, and one of them. */
public final class TypePages {
    private static final String LIST = "/ui/types";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST, Need.SIGNED_IN, TypePages::list),
                PageRoute.get(LIST + "/{slug}", Need.SIGNED_IN, TypePages::one));
    }

    private static Response list(Visit visit) {
        return visit.page("page/types", TypeList.of(visit));
    }

    private static Response one(Visit visit) {
        TypeEntry entry =
                Optional.of(visit.request().value("slug"))
                        .filter(EventType::isSlug)
                        .map(EventType::new)
                        .flatMap(visit.desk().ports().directory().eventTypes()::entry)
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return visit.page("page/type", TypeView.of(entry));
    }
}
