package dev.posthorn.server.sqlite.write;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does slices of the chores that are due, in a transaction apart: a chore can fail no commit. They
 * take turns, and those that find the time used up have theirs next.
 */
final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    /** After a failure: the cause is not gone within milliseconds. */
    private static final long AFTER_FAILURE_MS = 1_000;

    /** After which no further slice begins: the last one takes as long again, then the commit. */
    private static final long BUDGET_MS = 4;

    private final Transaction transaction;
    private final List<Chore> chores;
    private final List<Chore> done = new ArrayList<>();
    private int turn;
    private long notBeforeMs;

    Chores(Transaction transaction, List<Chore> chores) {
        this.transaction = transaction;
        this.chores = List.copyOf(chores);
    }

    /** Milliseconds until {@link #step} has something to do. */
    long dueInMs(long nowMs) {
        long first = Chore.NEVER;
        for (Chore chore : chores) {
            first = Math.min(first, chore.dueInMs(nowMs));
        }
        return first == Chore.NEVER ? first : Math.max(first, notBeforeMs - nowMs);
    }

    void step(InstantSource clock) {
        long nowMs = clock.millis();
        if (dueInMs(nowMs) > 0) {
            return;
        }
        ChoreSlices slices = ChoreSlices.started();
        try {
            transaction.begin();
            slices(nowMs, clock);
            transaction.commit();
            done.forEach(Chore::committed);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("a chore of the writer failed and is done again", e);
            transaction.rollback();
            done.forEach(Chore::rolledBack);
            notBeforeMs = nowMs + AFTER_FAILURE_MS;
        }
        slices.done(done);
        done.clear();
    }

    private void slices(long nowMs, InstantSource clock) throws SQLException {
        int first = turn;
        for (int i = 0; i < chores.size(); i++) {
            Chore chore = chores.get((first + i) % chores.size());
            if (chore.dueInMs(nowMs) > 0) {
                continue;
            }
            if (!done.isEmpty() && clock.millis() - nowMs >= BUDGET_MS) {
                return;
            }
            done.add(chore);
            turn = (first + i + 1) % chores.size();
            chore.slice(nowMs);
        }
    }
}
