package dev.posthorn.server.http;

/**
 * Answers a request in plain blocking style, on a virtual thread of its own. Throws {@link
 * RefusedException} for what is the caller's doing.
 */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
