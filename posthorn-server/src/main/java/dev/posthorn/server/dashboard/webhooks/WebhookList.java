package dev.posthorn.server.dashboard.webhooks;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The list as its page shows it.
 *
 * @param tabs the states with how many are in each
 * @param summary how many there are
 * @param newest address of the first page; empty on it
 * @param next address of the next page; empty on the last
 * @param any whether there is a webhook at all
 */
public record WebhookList(
        List<WebhookRow> rows,
        WebhookFilter filter,
        List<Tab> tabs,
        List<String> profiles,
        String summary,
        String newest,
        String next,
        boolean any) {
    /** As many as can be looked over. */
    static final int PAGE = 50;

    static WebhookList of(Visit visit) {
        Desk desk = visit.desk();
        WebhookFilter filter = WebhookFilter.of(visit);
        List<Endpoint> all = desk.endpoints();
        List<Endpoint> near =
                all.stream().filter(one -> filter.fitsApartFromState(one, id(desk, one))).toList();
        List<Endpoint> found =
                near.stream()
                        .filter(filter::fitsState)
                        .sorted(Comparator.comparingLong(WebhookList::seq).reversed())
                        .toList();
        long after = desk.ids().seq(visit.asked("after").orElse("")).orElse(Long.MAX_VALUE);
        List<Endpoint> shown = found.stream().filter(one -> seq(one) < after).limit(PAGE).toList();
        boolean more = !shown.isEmpty() && seq(shown.getLast()) > seq(found.getLast());
        return new WebhookList(
                rows(shown, visit),
                filter,
                tabs(near, filter, visit),
                desk.ports().profiles().all().stream().map(Profile::name).toList(),
                summary(shown.size(), found.size(), visit),
                after == Long.MAX_VALUE ? "" : filter.href(""),
                more ? filter.href(id(desk, shown.getLast())) : "",
                !all.isEmpty());
    }

    private static List<WebhookRow> rows(List<Endpoint> shown, Visit visit) {
        Map<EndpointId, LaneView> lanes = shown.isEmpty() ? Map.of() : visit.desk().lanes();
        return shown.stream().map(one -> WebhookRow.of(one, lanes.get(one.id()), visit)).toList();
    }

    private static String summary(int shown, int found, Visit visit) {
        return shown == found
                ? visit.words().count("webhooks.count", found)
                : visit.words().say("webhooks.count-part", shown, found);
    }

    private static List<Tab> tabs(List<Endpoint> near, WebhookFilter filter, Visit visit) {
        Map<String, Integer> counts = new HashMap<>();
        near.forEach(one -> counts.merge(WebhookRow.state(one), 1, Integer::sum));
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(visit.words().say("webhooks.all"), "", near.size(), filter, visit));
        for (String state : WebhookFilter.STATES) {
            int count = counts.getOrDefault(state, 0);
            tabs.add(tab(visit.words().say("state." + state), state, count, filter, visit));
        }
        return tabs;
    }

    private static Tab tab(
            String label, String state, int count, WebhookFilter filter, Visit visit) {
        return new Tab(
                label,
                filter.withState(state).href(""),
                filter.state().equals(state),
                visit.words().number(count));
    }

    private static long seq(Endpoint endpoint) {
        return endpoint.id().seq();
    }

    private static String id(Desk desk, Endpoint endpoint) {
        return desk.ids().text(endpoint.id().seq());
    }
}
