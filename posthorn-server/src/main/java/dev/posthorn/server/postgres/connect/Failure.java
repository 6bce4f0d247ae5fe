package dev.posthorn.server.postgres.connect;

import dev.posthorn.core.store.StoreUnavailableException;
import dev.posthorn.server.store.StoreException;
import java.sql.SQLException;

/** Tells a database that cannot be used from a row that cannot be written. */
public final class Failure {
    private Failure() {}

    /** Whether trying again later can help; otherwise it is the data's fault, or ours. */
    public static boolean isOfDatabase(Exception failure) {
        return failure instanceof SQLException sql && !isOfRow(sql);
    }

    /** Class 21, 22, 23: cardinality, bad values, violated constraints. */
    private static boolean isOfRow(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (state.startsWith("21") || state.startsWith("22") || state.startsWith("23"));
    }

    /** Whether others were in the way: the same again at once will do. Class 40. */
    public static boolean isOfOthers(Exception failure) {
        return failure instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("40");
    }

    /** What a caller who waited is told, by whether it may go better later. */
    public static RuntimeException thrown(String what, Exception cause) {
        return isOfDatabase(cause)
                ? new StoreUnavailableException(what, cause)
                : new StoreException(what, cause);
    }
}
