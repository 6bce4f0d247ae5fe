package dev.posthorn.server.store.scan;

import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page before its rows are loaded. */
public record PageOfIds(
        List<Long> ids, boolean hasMore, long nextAfter, int total, boolean capped) {

    /** {@code all}: the range of the whole list, which the total counts. */
    public static PageOfIds read(
            ReadConnection connection, Listing listing, KeyRange all, PageRequest page)
            throws SQLException {
        boolean fromTheStart = page.after() == 0 && page.before() == 0;
        int oneMore = page.limit() + 1;
        int enough = Page.MAX_TOTAL + 1;
        boolean up = page.ascending();
        Scan counted = Scan.run(connection, listing, all, up, fromTheStart ? oneMore : 0, enough);
        Scan shown =
                fromTheStart
                        ? counted
                        : Scan.run(connection, listing, all.between(page), up, oneMore, oneMore);
        boolean full = shown.ids().size() == oneMore;
        return new PageOfIds(
                full ? shown.ids().subList(0, page.limit()) : shown.ids(),
                full || shown.wasCut(),
                !full && shown.wasCut() ? shown.lastLookedAt() : 0,
                Math.min(counted.matching(), Page.MAX_TOTAL),
                counted.wasCut() || counted.matching() > Page.MAX_TOTAL);
    }

    public <T> Page<T> load(Loader<T> loader) throws SQLException {
        List<T> rows = new ArrayList<>(ids.size());
        for (long id : ids) {
            loader.load(id).ifPresent(rows::add);
        }
        return page(rows);
    }

    public <T> Page<T> page(List<T> rows) {
        return new Page<>(rows, hasMore, nextAfter, total, capped);
    }

    /** Reads one row by its number. */
    @FunctionalInterface
    public interface Loader<T> {
        Optional<T> load(long id) throws SQLException;
    }
}
