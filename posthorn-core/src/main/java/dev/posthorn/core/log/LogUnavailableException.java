package dev.posthorn.core.log;

import org.jspecify.annotations.Nullable;

/** The log could not be read: too many readers, too slow, or the store is away. Try again later. */
public final class LogUnavailableException extends RuntimeException {
    public LogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
