package dev.posthorn.server.http;

/** The way back to whoever sent a request. */
public interface Answer {
    /** Sends it, once, on the request's loop; a caller who has gone away is no error. */
    void send(Response response);

    /** Answers as for an exception out of the handler. On the request's loop. */
    void fail(RuntimeException failure);

    /** The loop the request came in on. */
    Loop loop();
}
