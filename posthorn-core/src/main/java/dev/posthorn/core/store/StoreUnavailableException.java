package dev.posthorn.core.store;

import org.jspecify.annotations.Nullable;

/** Nothing can be written at the moment: the disk is full, say, or the store ends. Try later. */
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
