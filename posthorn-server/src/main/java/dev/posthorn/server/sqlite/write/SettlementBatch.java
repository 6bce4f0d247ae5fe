package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.Settlement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One compare-and-set statement and the settlements that wait to be written by it. */
final class SettlementBatch {
    private final PreparedStatement update;
    private final List<Settlement> waiting = new ArrayList<>();

    SettlementBatch(Connection connection, String sql) throws SQLException {
        update = connection.prepareStatement(sql);
    }

    /** To bind the next row's values to before {@link #add}. */
    PreparedStatement row() {
        return update;
    }

    void add(Settlement settlement) throws SQLException {
        update.addBatch();
        waiting.add(settlement);
    }

    /** Writes what waits and tells for each, in order, whether it still applied. */
    void flush(Result result) throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        int[] changed = update.executeBatch();
        for (int i = 0; i < changed.length; i++) {
            result.written(waiting.get(i), changed[i] == 1);
        }
        waiting.clear();
    }

    void forget() throws SQLException {
        waiting.clear();
        update.clearBatch();
    }

    /** Hears what became of a row. */
    interface Result {
        void written(Settlement settlement, boolean applied) throws SQLException;
    }
}
