package dev.posthorn.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An index written behind its rows in sorted runs, with the run and slice lengths of the store. */
final class BareLateIndex {
    private static final int RUN_ENTRIES = 64 * 1024;
    private static final int SLICE_ENTRIES = 2000;

    private final PreparedStatement insert;
    private List<Entry> tail = new ArrayList<>();
    private List<Entry> run = List.of();
    private int written;
    private int sinceSlice;

    BareLateIndex(Connection connection, String table) throws SQLException {
        insert =
                connection.prepareStatement(
                        "INSERT INTO " + table + " VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    private record Entry(long owner, long row) {}

    void add(long owner, long row) {
        tail.add(new Entry(owner, row));
        sinceSlice++;
    }

    boolean isDue() {
        return written < run.size() || tail.size() >= RUN_ENTRIES;
    }

    void slice() throws SQLException {
        if (!isDue()) {
            return;
        }
        if (written == run.size()) {
            start();
        }
        int end = Math.min(run.size(), written + SLICE_ENTRIES + sinceSlice);
        for (Entry entry : run.subList(written, end)) {
            insert.setLong(1, entry.owner);
            insert.setLong(2, entry.row);
            insert.addBatch();
        }
        insert.executeBatch();
        written = end;
        sinceSlice = 0;
    }

    private void start() {
        run = tail;
        run.sort(Comparator.comparingLong(Entry::owner).thenComparingLong(Entry::row));
        tail = new ArrayList<>();
        written = 0;
    }
}
