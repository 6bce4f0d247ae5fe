package dev.posthorn.server.store.scan;

import dev.posthorn.core.log.DeliveryLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Walks the candidates of a list in order until it has enough or its budget is spent. */
public final class Scan {
    private final List<Long> ids = new ArrayList<>();
    private int matching;
    private long lastLookedAt;
    private boolean cut;

    private Scan() {}

    /** Keeps the first {@code wanted} ids and stops once {@code enough} candidates matched. */
    static Scan run(
            ReadConnection connection,
            Listing listing,
            KeyRange range,
            boolean ascending,
            int wanted,
            int enough)
            throws SQLException {
        Scan scan = new Scan();
        Keys keys = listing.keys(range);
        if (!keys.isEmpty()) {
            try (ResultSet rows = statement(listing, keys, ascending).run(connection)) {
                scan.walk(rows, new ScanBudget(connection), wanted, enough);
            }
        }
        return scan;
    }

    /** The candidates with their ids, in order; for plans to be looked at too. */
    public static Sql statement(Listing listing, Keys keys, boolean ascending) {
        return new Sql()
                .add("SELECT k.key, ")
                .add(listing.id())
                .add(" FROM (")
                .add(keys.ordered(ascending, DeliveryLog.MAX_LOOKED_AT + 1))
                .add(") k " + listing.joins())
                .add(" ORDER BY k.key" + Keys.direction(ascending));
    }

    private void walk(ResultSet rows, ScanBudget budget, int wanted, int enough)
            throws SQLException {
        while (matching < enough && rows.next()) {
            if (!budget.allowsOneMore(ids.size() == wanted)) {
                cut = true;
                return;
            }
            lastLookedAt = rows.getLong(1);
            long id = rows.getLong(2);
            if (id != 0) {
                matching++;
                if (ids.size() < wanted) {
                    ids.add(id);
                }
            }
        }
    }

    List<Long> ids() {
        return ids;
    }

    int matching() {
        return matching;
    }

    /** Where it stopped when it was {@link #wasCut}. */
    long lastLookedAt() {
        return lastLookedAt;
    }

    /** The budget was spent before the end. */
    boolean wasCut() {
        return cut;
    }
}
