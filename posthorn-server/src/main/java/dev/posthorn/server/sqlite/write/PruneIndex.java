package dev.posthorn.server.sqlite.write;

import dev.posthorn.server.sqlite.write.LateIndex.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Removes entries of a late index whose rows are gone. As with writing them, it is done for many at
 * a time and owner by owner, since an entry at a time would touch a page each; readers take an
 * entry without a row for none.
 */
final class PruneIndex implements Chore {
    /** Rows removed before a run pays: at 10,000 owners ten entries lie together. */
    static final int RUN_ROWS = 100_000;

    /** With less to do, how long entries may dangle. */
    static final long RUN_AFTER_MS = 60_000;

    private static final int ENTRIES_PER_SLICE = 1_000;
    private static final int OWNERS_PER_SLICE = 100;

    private final PreparedStatement owner;
    private final PreparedStatement end;
    private final PreparedStatement remove;
    private long removed;
    private long removedUpTo;
    private long sinceMs = NEVER;
    private boolean running;
    private long bound;
    private Place place = Place.START;
    private Place next = Place.START;

    PruneIndex(Connection connection, Names names) throws SQLException {
        String index = names.index();
        String of = " FROM " + index + " WHERE " + names.owner() + " = ? AND " + names.rows();
        owner =
                connection.prepareStatement(
                        "SELECT min(%s) FROM %s WHERE %1$s > ?".formatted(names.owner(), index));
        end =
                connection.prepareStatement(
                        "SELECT %s%s > ? AND %1$s <= ? ORDER BY %1$s LIMIT 1 OFFSET ?"
                                .formatted(names.rows(), of));
        remove =
                connection.prepareStatement(
                        "DELETE%s > ? AND %s <= ? AND NOT EXISTS (SELECT 1 FROM %s AS r WHERE r.seq = %s.%2$s)"
                                .formatted(of, names.rows(), names.rows(), index));
    }

    /** How far the run has come: all entries of smaller owners, and of this one up to the row. */
    private record Place(long owner, long row) {
        static final Place START = new Place(Long.MIN_VALUE, 0);
        static final Place END = new Place(Long.MAX_VALUE, 0);
    }

    /** {@code rows} were removed, none of them beyond {@code upTo}. */
    void owe(int rows, long upTo) {
        removed += rows;
        removedUpTo = Math.max(removedUpTo, upTo);
    }

    @Override
    public long dueInMs(long nowMs) {
        if (running || removed >= RUN_ROWS) {
            return 0;
        }
        if (removed == 0) {
            return NEVER;
        }
        sinceMs = Math.min(sinceMs, nowMs);
        return Math.max(0, sinceMs + RUN_AFTER_MS - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        if (!running) {
            running = true;
            removed = 0;
            sinceMs = NEVER;
            bound = removedUpTo;
        }
        next = place;
        int entries = 0;
        for (int i = 0;
                i < OWNERS_PER_SLICE && entries < ENTRIES_PER_SLICE && !next.equals(Place.END);
                i++) {
            long upTo = end(ENTRIES_PER_SLICE - entries);
            entries += remove(upTo);
            next = upTo < bound ? new Place(next.owner, upTo) : afterOwner();
        }
    }

    private long end(int entries) throws SQLException {
        end.setLong(1, next.owner);
        end.setLong(2, next.row);
        end.setLong(3, bound);
        end.setInt(4, entries - 1);
        try (ResultSet row = end.executeQuery()) {
            return row.next() ? row.getLong(1) : bound;
        }
    }

    private int remove(long upTo) throws SQLException {
        remove.setLong(1, next.owner);
        remove.setLong(2, next.row);
        remove.setLong(3, upTo);
        return remove.executeUpdate();
    }

    private Place afterOwner() throws SQLException {
        owner.setLong(1, next.owner);
        try (ResultSet row = owner.executeQuery()) {
            row.next();
            long found = row.getLong(1);
            return row.wasNull() ? Place.END : new Place(found, 0);
        }
    }

    @Override
    public void committed() {
        place = next;
        if (place.equals(Place.END)) {
            running = false;
            place = Place.START;
        }
    }

    @Override
    public void rolledBack() {
        next = place;
    }
}
