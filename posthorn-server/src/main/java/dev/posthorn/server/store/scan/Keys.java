package dev.posthorn.server.store.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys in order, out of several selects whose first column is the key. The database merges them row
 * by row as long as each has an index in that order, so that reading stops as soon as a page is
 * full.
 */
public final class Keys {
    private final List<Sql> selects = new ArrayList<>();

    /**
     * Adds the rows of {@code select} (which ends within its WHERE) whose {@code column} is in
     * range; nothing when the range is empty.
     */
    public Keys add(Sql select, String column, KeyRange range) {
        if (!range.isEmpty()) {
            selects.add(
                    select.add(" AND " + column + " BETWEEN ? AND ?", range.low(), range.high()));
        }
        return this;
    }

    boolean isEmpty() {
        return selects.isEmpty();
    }

    /** At most {@code limit} of them. */
    Sql ordered(boolean ascending, int limit) {
        Sql all = new Sql();
        String separator = "";
        for (Sql select : selects) {
            all.add(separator).add(select);
            separator = " UNION ALL ";
        }
        return all.add(" ORDER BY 1" + direction(ascending) + " LIMIT " + limit);
    }

    static String direction(boolean ascending) {
        return ascending ? "" : " DESC";
    }
}
