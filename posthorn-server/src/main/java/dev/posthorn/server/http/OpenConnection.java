package dev.posthorn.server.http;

import io.vertx.core.http.HttpConnection;

/**
 * A connection and how long its present phase may last. Every phase has a limit, whatever trickles
 * in meanwhile, so a caller who sends a byte now and then cannot hold a connection for ever.
 */
final class OpenConnection {
    /** Whoever connects has something to say; between requests there may be a pause. */
    private static final int FIRST_HEAD_S = 20;

    private final HttpConnection connection;
    private final TimeLimits limits;
    private int sweep;
    private int deadline;
    private boolean asksNothing;

    OpenConnection(HttpConnection connection, TimeLimits limits, int sweep) {
        this.connection = connection;
        this.limits = limits;
        this.sweep = sweep;
        awaitRequest();
        deadline = sweep + Math.min(limits.headS(), FIRST_HEAD_S);
    }

    void awaitRequest() {
        asksNothing = true;
        deadline = sweep + limits.headS();
    }

    void readBody() {
        asksNothing = false;
        deadline = sweep + limits.bodyS();
    }

    void awaitAnswer() {
        deadline = sweep + limits.answerS();
    }

    /** Its answer goes on for as long as whoever writes it wants. */
    void stream() {
        deadline = Integer.MAX_VALUE;
    }

    /** Tells it how far time is, in sweeps of a second; true when its phase took too long. */
    boolean overdue(int now) {
        sweep = now;
        return now >= deadline;
    }

    /** Whether no whole head of a request came since the last answer. */
    boolean asksNothing() {
        return asksNothing;
    }

    int deadline() {
        return deadline;
    }

    void close() {
        connection.close();
    }
}
