package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.store.StoreUnavailableException;
import dev.posthorn.server.store.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a database that cannot be used from a row that cannot be written. */
final class Failure {
    /** Extended result codes carry the primary one in their low byte. */
    private static final int PRIMARY = 0xFF;

    private Failure() {}

    /** Whether trying again later can help; otherwise it is the data's fault, or ours. */
    static boolean isOfDatabase(Exception failure) {
        return failure instanceof SQLException sql
                && switch (primary(sql)) {
                    case SQLITE_FULL,
                            SQLITE_IOERR,
                            SQLITE_BUSY,
                            SQLITE_LOCKED,
                            SQLITE_NOMEM,
                            SQLITE_READONLY,
                            SQLITE_CANTOPEN,
                            SQLITE_CORRUPT,
                            SQLITE_NOTADB,
                            SQLITE_PROTOCOL,
                            SQLITE_PERM,
                            SQLITE_AUTH ->
                            true;
                    default -> false;
                };
    }

    /** What a caller who waited for a write is told, by whether it may fit later. */
    static RuntimeException thrown(String what, @Nullable Throwable cause) {
        return switch (cause) {
            case StoreUnavailableException closed -> closed;
            case Exception failed when isOfDatabase(failed) ->
                    new StoreUnavailableException(what, failed);
            case null, default -> new StoreException(what, cause);
        };
    }

    private static SQLiteErrorCode primary(SQLException failure) {
        SQLiteErrorCode code =
                failure instanceof SQLiteException sqlite
                        ? sqlite.getResultCode()
                        : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
        return SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
    }
}
