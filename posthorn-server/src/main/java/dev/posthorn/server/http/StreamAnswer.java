package dev.posthorn.server.http;

/** The way back to a caller who waits for whatever comes. */
public interface StreamAnswer {
    /**
     * Answers 200 and keeps the body open; once, on the request's loop. {@code gone} runs on that
     * loop, once, when the connection ends before {@link ResponseStream#end} was called.
     */
    ResponseStream open(String contentType, Runnable gone);
}
