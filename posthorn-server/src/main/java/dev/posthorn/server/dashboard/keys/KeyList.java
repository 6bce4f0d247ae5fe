package dev.posthorn.server.dashboard.keys;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The list as its page shows it.
 *
 * @param next address of the next page; empty on the last
 * @param newest address of the first page; empty on it
 * @param offered scopes a new key can have
 * @param endpoints names by public id, for a key's own
 * @param token shown this once; empty for none
 * @param tokenOf name of its key
 */
public record KeyList(
        List<KeyRow> rows,
        String summary,
        String newest,
        String next,
        NewKeyForm form,
        List<String> offered,
        Map<String, String> endpoints,
        String token,
        String tokenOf) {
    /** As many as can be looked over. */
    private static final int PAGE = 50;

    /** More make a list nobody chooses from: the API takes any. */
    private static final int MOST_ENDPOINTS = 200;

    static KeyList of(Visit visit, List<Key> found, NewKeyForm form) {
        long after = visit.desk().ids().seq(visit.asked("after").orElse("")).orElse(Long.MAX_VALUE);
        List<Key> rest =
                found.stream()
                        .filter(key -> key.id().seq() < after)
                        .sorted(Comparator.comparingLong((Key key) -> key.id().seq()).reversed())
                        .toList();
        List<KeyRow> rows = rest.stream().limit(PAGE).map(key -> KeyRow.of(key, visit)).toList();
        return new KeyList(
                rows,
                visit.words().count("keys.count", found.size()),
                after == Long.MAX_VALUE ? "" : KeyPages.LIST,
                rest.size() > rows.size() ? KeyPages.LIST + "?after=" + rows.getLast().id() : "",
                form,
                TypedKey.offered(visit).stream()
                        .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                        .toList(),
                endpoints(visit),
                "",
                "");
    }

    private static Map<String, String> endpoints(Visit visit) {
        Map<String, String> names = new LinkedHashMap<>();
        if (visit.desk().organisation().isPresent()) {
            visit.desk().endpoints().stream()
                    .filter(one -> one.state() != EndpointState.DEACTIVATED)
                    .sorted(Comparator.comparingLong((Endpoint one) -> one.id().seq()).reversed())
                    .limit(MOST_ENDPOINTS)
                    .forEach(one ->
                            names.put(visit.desk().ids().text(one.id().seq()), KeyRow.shown(one)));
        }
        return names;
    }

    KeyList withToken(String made, String name) {
        return new KeyList(rows, summary, newest, next, form, offered, endpoints, made, name);
    }
}
