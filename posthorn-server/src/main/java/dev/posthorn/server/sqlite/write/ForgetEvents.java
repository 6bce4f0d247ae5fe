package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.Retention;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Removes events that are older than the retention, or the oldest while the store is too large,
 * with their deliveries and attempts: everything that is settled.
 *
 * <p>Rows lie in the order of their age, so a slice is a range of numbers and pages empty one after
 * another. A walk goes on where the last one ended; what it left because it was pending then is
 * found by a sweep from the start now and then. Index entries are left to {@link PruneIndex}.
 */
final class ForgetEvents implements Chore {
    /** Rows of one table in a slice; 1,000 events with their deliveries take about 6 ms. */
    private static final int LEAST_ROWS = 250;

    private static final int MOST_ROWS = 1_500;

    /** Between walks, by what is kept: short retention needs a close watch, a month does not. */
    private static final long SHORTEST_PAUSE_MS = 1_000;

    private static final long LONGEST_PAUSE_MS = 10_000;

    private static final long SHORTEST_SWEEP_MS = 10_000;
    private static final long LONGEST_SWEEP_MS = 3_600_000;

    private final Retention retention;
    private final SpaceGauge space;
    private final DeleteRange range;
    private final List<PruneIndex> indexes;
    private final long pauseMs;
    private final long sweepEveryMs;
    private long position;
    private long next;
    private boolean walked;
    private long nextWalkMs;
    private long nextSweepMs;
    private int owed;
    private int removed;

    /** {@code indexes}: to be pruned of what is removed here. */
    ForgetEvents(
            Connection connection, Retention retention, SpaceGauge space, List<PruneIndex> indexes)
            throws SQLException {
        this.retention = retention;
        this.space = space;
        this.range = new DeleteRange(connection);
        this.indexes = List.copyOf(indexes);
        this.pauseMs =
                Math.clamp(
                        retention.events().toMillis() / 100, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
        this.sweepEveryMs =
                Math.clamp(retention.events().toMillis() / 10, SHORTEST_SWEEP_MS, LONGEST_SWEEP_MS);
    }

    /** {@code rows} came in: slices grow with them, so that removing keeps up. */
    void owe(int rows) {
        owed = Math.min(owed + rows, MOST_ROWS);
    }

    @Override
    public long dueInMs(long nowMs) {
        return Math.max(0, nextWalkMs - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        long from = nowMs >= nextSweepMs ? 0 : position;
        if (from == 0) {
            nextSweepMs = nowMs + sweepEveryMs;
        }
        long to = Sequence.firstOf(keptFromMs(nowMs)) - 1;
        removed = 0;
        next = Math.max(from, position);
        walked = to <= from;
        if (!walked) {
            long end = range.end(from, to, Math.max(LEAST_ROWS, owed));
            removed = range.run(from, end);
            next = end;
            walked = end == to;
        }
        if (walked) {
            nextWalkMs = nowMs + pauseMs;
        }
    }

    private long keptFromMs(long nowMs) throws SQLException {
        long byAge = nowMs - retention.events().toMillis();
        boolean tooLarge = retention.maxBytes() != null && space.usedBytes() > retention.maxBytes();
        return Math.max(0, tooLarge ? nowMs - Retention.AT_LEAST.toMillis() : byAge);
    }

    @Override
    public void committed() {
        position = next;
        owed = 0;
        for (PruneIndex index : indexes) {
            index.owe(removed, position);
        }
    }

    @Override
    public void rolledBack() {
        nextWalkMs = 0;
    }
}
