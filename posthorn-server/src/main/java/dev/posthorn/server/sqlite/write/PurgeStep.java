package dev.posthorn.server.sqlite.write;

import java.sql.SQLException;

/** One kind of an organisation's rows, removed a slice at a time. */
interface PurgeStep {
    /** Looks from the start again. */
    default void restart() {}

    /** Removes some hundred rows at most; whether there may be more. */
    boolean slice(long organisation) throws SQLException;
}
