package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;

/**
 * The list as its page shows it.
 *
 * @param types slugs to choose from
 * @param newest address of the first page; empty on it
 * @param next address of the next page; empty on the last
 */
public record EventList(
        List<EventRow> rows,
        EventSearch search,
        List<Tab> tabs,
        List<String> types,
        String summary,
        String newest,
        String next) {
    /** As many as can be looked over. */
    static final int PAGE = 50;

    static EventList of(Visit visit) {
        EventSearch search = EventSearch.of(visit);
        long after = visit.desk().ids().seq(visit.asked("after").orElse("")).orElse(0);
        Page<EventSummary> found =
                search.find(visit.desk().log(), new PageRequest(PAGE, after, 0, false));
        return new EventList(
                found.rows().stream().map(event -> EventRow.of(event, visit)).toList(),
                search,
                tabs(search, visit),
                visit.desk().eventTypes(),
                summary(found, visit),
                after == 0 ? "" : search.href(""),
                found.hasMore() ? search.href(visit.desk().ids().text(last(found))) : "");
    }

    private static long last(Page<EventSummary> page) {
        return page.nextAfter() == 0 ? page.rows().getLast().id().seq() : page.nextAfter();
    }

    private static String summary(Page<EventSummary> page, Visit visit) {
        return page.totalCapped()
                ? visit.words().say("events.count-more", page.total())
                : visit.words().count("events.count", page.total());
    }

    private static List<Tab> tabs(EventSearch search, Visit visit) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(visit.words().say("events.any-state"), "", search));
        for (String state : EventSearch.STATES) {
            tabs.add(tab(visit.words().say("state." + state), state, search));
        }
        return tabs;
    }

    private static Tab tab(String label, String state, EventSearch search) {
        return new Tab(label, search.withState(state).href(""), search.state().equals(state), "");
    }
}
