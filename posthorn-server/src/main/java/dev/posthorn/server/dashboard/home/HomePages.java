package dev.posthorn.server.dashboard.home;

import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;

/** The overview. */
public final class HomePages {
    public static final String PATH = "/ui/overview";

    public List<PageRoute> routes() {
        return List.of(PageRoute.get(PATH, Need.SIGNED_IN, HomePages::overview));
    }

    private static Response overview(Visit visit) {
        return visit.page("page/home", Home.of(visit));
    }
}
