package dev.posthorn.server.http;

/**
 * Answers a request on the event loop it came in on: must not block, and sends its answer from that
 * loop, then or later. Throws {@link RefusedException} for what is the caller's doing.
 */
@FunctionalInterface
public interface LoopHandler {
    void handle(Request request, Answer answer);
}
