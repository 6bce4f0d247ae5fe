package dev.posthorn.server.dashboard.search;

import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Optional;

/** Leads to what was searched for, or lists it when there are several. */
public final class SearchPage {
    /** A URL has no more. */
    private static final int MAX_TEXT = 2048;

    public List<PageRoute> routes() {
        return List.of(PageRoute.get("/ui/search", Need.SIGNED_IN, SearchPage::search));
    }

    private static Response search(Visit visit) {
        String typed = visit.asked("q").orElse("");
        String text = typed.length() > MAX_TEXT ? typed.substring(0, MAX_TEXT) : typed;
        if (text.isEmpty()) {
            return visit.page("page/search", new Found("", List.of()));
        }
        Optional<String> page = new IdSearch(visit.desk()).page(text);
        if (page.isPresent()) {
            return visit.to(page.get());
        }
        List<Hit> hits = new TextSearch(visit, text).hits();
        return hits.size() == 1
                ? visit.to(hits.getFirst().href())
                : visit.page("page/search", new Found(text, hits));
    }
}
