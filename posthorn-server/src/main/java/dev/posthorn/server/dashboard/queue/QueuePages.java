package dev.posthorn.server.dashboard.queue;

import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;

/** What waits. A script asks for the moving part again every few seconds. */
public final class QueuePages {
    public static final String QUEUE = "/ui/queue";

    public List<PageRoute> routes() {
        return List.of(PageRoute.get(QUEUE, Need.SIGNED_IN, QueuePages::queue));
    }

    private static Response queue(Visit visit) {
        return visit.page(visit.wantsPart() ? "part/queue" : "page/queue", QueueBoard.of(visit));
    }
}
