package dev.posthorn.server.http;

/**
 * Answers a request with a body that goes on and on. Runs on the event loop the request came in on:
 * must not block. Throws {@link RefusedException} for what is the caller's doing, before it opens
 * the stream.
 */
@FunctionalInterface
public interface StreamHandler {
    void handle(Request request, StreamAnswer answer);
}
