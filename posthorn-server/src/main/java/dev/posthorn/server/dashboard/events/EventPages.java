package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The list of events, and one of them. */
public final class EventPages {
    public static final String LIST = "/ui/events";
    private static final String ONE = LIST + "/{id}";
    private static final String EXPUNGE = ONE + "/expunge";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST, Need.SIGNED_IN, EventPages::list),
                PageRoute.get(ONE, Need.SIGNED_IN, EventPages::one),
                PageRoute.get(EXPUNGE, Need.MANAGES, EventPages::question),
                PageRoute.post(EXPUNGE, Need.MANAGES, EventPages::expunge));
    }

    /** An id in the field for types leads to its event. */
    private static Response list(Visit visit) {
        Optional<String> named =
                visit.asked("type")
                        .flatMap(text -> find(text, visit))
                        .map(event -> visit.desk().ids().text(event.id().seq()));
        return named.isPresent()
                ? visit.to(LIST + "/" + named.get())
                : visit.page("page/events", EventList.of(visit));
    }

    private static Optional<EventSummary> find(String id, Visit visit) {
        OptionalLong seq = visit.desk().ids().seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : visit.desk().log().event(new EventId(seq.getAsLong()));
    }

    private static EventSummary named(Visit visit) {
        return find(visit.request().value("id"), visit)
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private static Response one(Visit visit) {
        return visit.page("page/event", EventView.of(named(visit), visit));
    }

    private static Response question(Visit visit) {
        return visit.page("page/expunge", EventRow.of(named(visit), visit));
    }

    private static Response expunge(Visit visit) {
        EventSummary event = named(visit);
        visit.desk().sending().expunge(event);
        return visit.to(LIST + "/" + visit.desk().ids().text(event.id().seq()), "expunged");
    }
}
