package dev.posthorn.server.http;

/**
 * Ends the handling of a request with an error that is the caller's doing. Costs no stack trace.
 */
public final class RefusedException extends RuntimeException {
    private final transient ApiError error;

    public RefusedException(ApiError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public ApiError error() {
        return error;
    }
}
