package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index (owner, row) written behind its rows. New entries collect in memory, grouped by owner;
 * when there are many, or the oldest is old, they are written as one sorted run, in slices, so that
 * a page takes many entries at a time. {@code late_index.upto} says up to which row number the
 * index is complete; an entry that comes in below the run under way is written at once.
 */
final class LateIndex implements Chore {
    /** A run: 64 Ki entries over 10,000 owners still put six on a page. */
    static final int RUN_ENTRIES = 64 * 1024;

    /** How long an entry may be missing: bounds what readers scan when little comes in. */
    static final long RUN_AFTER_MS = 10_000;

    /** Entries per slice; besides, as many as came in since the last: so runs stay of one size. */
    private static final int SLICE_ENTRIES = 1_000;

    /** Whatever came in: some 5 ms of the writer's time. */
    private static final int MOST_SLICE_ENTRIES = 2_000;

    private final Names names;
    private final PreparedStatement insert;
    private final PreparedStatement complete;
    private final List<Entry> fresh = new ArrayList<>();
    private Tail tail = new Tail();
    private @Nullable Run run;
    private long bound;
    private int sinceSlice;

    LateIndex(Connection connection, Names names) throws SQLException {
        this.names = names;
        insert =
                connection.prepareStatement(
                        "INSERT INTO " + names.index + " VALUES (?, ?) ON CONFLICT DO NOTHING");
        complete = connection.prepareStatement("UPDATE late_index SET upto = ? WHERE name = ?");
        load(connection);
    }

    /** Which index: its table, and table and column its entries come from. */
    enum Names {
        ENDPOINT_DELIVERY("endpoint_delivery", "delivery", "endpoint"),
        ORGANISATION_EVENT("organisation_event", "event", "org");

        private final String index;
        private final String rows;
        private final String owner;

        Names(String index, String rows, String owner) {
            this.index = index;
            this.rows = rows;
            this.owner = owner;
        }

        String index() {
            return index;
        }

        /** The table of the rows, and the index's column for them. */
        String rows() {
            return rows;
        }

        String owner() {
            return owner;
        }
    }

    private record Entry(long owner, long row) {}

    private void load(Connection connection) throws SQLException {
        String upto = "SELECT upto FROM late_index WHERE name = '" + names.index + "'";
        String missing =
                "SELECT "
                        + names.owner
                        + ", seq FROM "
                        + names.rows
                        + " WHERE seq > ("
                        + upto
                        + ") ORDER BY seq";
        try (var statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(upto)) {
                row.next();
                bound = row.getLong(1);
            }
            try (ResultSet row = statement.executeQuery(missing)) {
                while (row.next()) {
                    tail.add(row.getLong(1), row.getLong(2), 0);
                }
            }
        }
    }

    /** Whether all entries of rows up to {@code seq} are written. */
    boolean has(long seq) {
        return run == null && (tail.isEmpty() || bound >= seq);
    }

    /** A row is being written in the open transaction. */
    void add(long owner, long row) {
        fresh.add(new Entry(owner, row));
    }

    /** Before the commit: writes entries that came in below the run. */
    void beforeCommit() throws SQLException {
        boolean late = false;
        for (Entry entry : fresh) {
            if (entry.row <= bound) {
                insert(entry.owner, entry.row);
                late = true;
            }
        }
        if (late) {
            insert.executeBatch();
        }
    }

    /** The rows added since are durable. */
    void rowsCommitted(long nowMs) {
        for (Entry entry : fresh) {
            if (entry.row > bound) {
                tail.add(entry.owner, entry.row, nowMs);
            }
        }
        sinceSlice += fresh.size();
        fresh.clear();
    }

    /** The rows added since were not written. */
    void forget() throws SQLException {
        fresh.clear();
        insert.clearBatch();
    }

    @Override
    public long dueInMs(long nowMs) {
        if (run != null || tail.size() >= RUN_ENTRIES) {
            return 0;
        }
        return tail.isEmpty() ? NEVER : Math.max(0, tail.sinceMs() + RUN_AFTER_MS - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        Run current = run == null ? start() : run;
        current.next(Math.min(SLICE_ENTRIES + sinceSlice, MOST_SLICE_ENTRIES), this::insert);
        insert.executeBatch();
        if (current.isDone()) {
            complete.setLong(1, bound);
            complete.setString(2, names.index);
            complete.executeUpdate();
        }
    }

    private Run start() {
        bound = tail.greatest();
        Run started = new Run(tail);
        tail = new Tail();
        run = started;
        sinceSlice = 0;
        return started;
    }

    private void insert(long owner, long row) throws SQLException {
        insert.setLong(1, owner);
        insert.setLong(2, row);
        insert.addBatch();
    }

    @Override
    public String name() {
        return names.index;
    }

    @Override
    public void committed() {
        sinceSlice = 0;
        if (run != null && run.isDone()) {
            run = null;
        }
    }

    /** Writing an entry twice is harmless, so the run just begins again. */
    @Override
    public void rolledBack() {
        if (run != null) {
            run.restart();
        }
    }
}
