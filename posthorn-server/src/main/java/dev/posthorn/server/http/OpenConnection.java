package dev.posthorn.server.http;

import io.vertx.core.http.HttpConnection;

/**
 * A connection and how long its present phase may last. Every phase has a limit, whatever trickles
 * in meanwhile, so a caller who sends a byte now and then cannot hold a connection for ever.
 */
final class OpenConnection {
    private final HttpConnection connection;
    private final TimeLimits limits;
    private int sweep;
    private int deadline;

    OpenConnection(HttpConnection connection, TimeLimits limits, int sweep) {
        this.connection = connection;
        this.limits = limits;
        this.sweep = sweep;
        awaitRequest();
    }

    void awaitRequest() {
        deadline = sweep + limits.headS();
    }

    void readBody() {
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

    void close() {
        connection.close();
    }
}
