package dev.posthorn.core.log;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** What a page of rows is, said as plainly as can be: rows in order, cut at both positions. */
final class Paging {
    private Paging() {}

    /** {@code rows} by their position. */
    static <T> Page<T> of(NavigableMap<Long, T> rows, Predicate<T> matches, PageRequest request) {
        List<T> matching = rows.values().stream().filter(matches).toList();
        NavigableMap<Long, T> ordered = request.ascending() ? rows : rows.descendingMap();
        if (request.after() != 0) {
            ordered = ordered.tailMap(request.after(), false);
        }
        if (request.before() != 0) {
            ordered = ordered.headMap(request.before(), false);
        }
        List<T> rest = ordered.values().stream().filter(matches).toList();
        int shown = Math.min(request.limit(), rest.size());
        return new Page<>(
                rest.subList(0, shown),
                shown < rest.size(),
                0,
                Math.min(matching.size(), Page.MAX_TOTAL),
                matching.size() > Page.MAX_TOTAL);
    }
}
