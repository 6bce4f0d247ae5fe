package dev.posthorn.server.store;

import org.jspecify.annotations.Nullable;

/** The database could not do what was asked. */
public final class StoreException extends RuntimeException {
    public StoreException(String what, @Nullable Throwable cause) {
        super(cause == null ? what : what + ": " + cause.getMessage(), cause);
    }
}
