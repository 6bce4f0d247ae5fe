package dev.posthorn.server.sqlite.write;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a slice of each chore that is due, in a transaction apart: a chore can fail no commit. */
final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    /** After a failure: the cause is not gone within milliseconds. */
    private static final long AFTER_FAILURE_MS = 1_000;

    private final Transaction transaction;
    private final List<Chore> chores;
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

    void step(long nowMs) {
        if (dueInMs(nowMs) > 0) {
            return;
        }
        List<Chore> due = chores.stream().filter(chore -> chore.dueInMs(nowMs) <= 0).toList();
        try {
            transaction.begin();
            for (Chore chore : due) {
                chore.slice(nowMs);
            }
            transaction.commit();
            due.forEach(Chore::committed);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("a chore of the writer failed and is done again", e);
            transaction.rollback();
            due.forEach(Chore::rolledBack);
            notBeforeMs = nowMs + AFTER_FAILURE_MS;
        }
    }
}
