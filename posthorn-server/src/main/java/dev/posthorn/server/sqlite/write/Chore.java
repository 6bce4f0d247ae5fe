package dev.posthorn.server.sqlite.write;

import java.sql.SQLException;

/**
 * Work that can wait, done in slices between commits so that it never holds up the writer for long:
 * a slice takes a few milliseconds, 20 at most.
 */
interface Chore {
    /** Nothing is waiting. */
    long NEVER = Long.MAX_VALUE;

    /** 0 when a slice is to be done now. */
    long dueInMs(long nowMs);

    /** For whoever looks at what held up the writer. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Does one slice within the transaction that is open. */
    void slice(long nowMs) throws SQLException;

    /** The slice is durable. */
    void committed();

    /** The slice was not written. */
    void rolledBack();
}
