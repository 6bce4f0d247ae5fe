package dev.posthorn.server.http;

/** The address the server was told to listen on cannot be had. */
public final class CannotListenException extends RuntimeException {
    CannotListenException(String address, Throwable cause) {
        super("cannot listen on " + address + ": " + cause.getMessage(), cause);
    }
}
