package dev.posthorn.server.sender;

import dev.posthorn.core.profile.OutgoingRequest;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.buffer.BufferInternal;
import org.jspecify.annotations.Nullable;

/**
 * One request over one connection and what comes back. Tells its exchange once: of the whole
 * answer, of one that broke off or was too long, or of none. Gives the connection back first.
 */
final class Transfer {
    private static final long CANCEL = 8;

    private final OpenExchange exchange;
    private final Connections connections;
    private final Connection connection;
    private @Nullable HttpClientRequest sent;
    private @Nullable Future<Void> written;
    private @Nullable Answer answer;
    private boolean ended;

    Transfer(OpenExchange exchange, Connections connections, Connection connection) {
        this.exchange = exchange;
        this.connections = connections;
        this.connection = connection;
    }

    void start(OutgoingRequest request, String pathAndQuery) {
        connection
                .begin()
                .onComplete((stream, failure) -> {
                    if (stream == null) {
                        failed(failure);
                    } else {
                        write(stream, request, pathAndQuery);
                    }
                });
    }

    Connection connection() {
        return connection;
    }

    /** What came so far, null before the head. */
    @Nullable Answer answer() {
        return answer;
    }

    /** Whether the receiver began to answer. */
    boolean sawAnswer() {
        return answer != null || connection.sawAnswer();
    }

    /** Stops it where it is; nothing is told any more. */
    void abort() {
        if (!ended) {
            stop();
        }
    }

    private void write(HttpClientRequest stream, OutgoingRequest request, String pathAndQuery) {
        if (ended) {
            stream.reset(CANCEL);
            return;
        }
        sent = stream;
        stream.exceptionHandler(this::failed);
        stream.response()
                .onComplete((response, failure) -> {
                    if (response == null) {
                        failed(failure);
                    } else {
                        head(response);
                    }
                });
        try {
            stream.setMethod(HttpMethod.valueOf(request.method())).setURI(pathAndQuery);
            address(stream);
            add(stream.headers(), request.headers());
        } catch (IllegalArgumentException unsendable) {
            failed(new UnsendableRequest(unsendable));
            return;
        }
        exchange.requestLeaves(connection);
        // Around the very bytes that were signed, without a copy.
        written = stream.end(BufferInternal.buffer(Unpooled.wrappedBuffer(request.body())));
    }

    private static void add(MultiMap headers, String[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
    }

    private void address(HttpClientRequest stream) {
        Origin origin = connection.origin();
        if (connection.isHttp2()) {
            stream.authority(origin.authority());
        } else {
            stream.headers().set(HttpHeaders.HOST, origin.hostHeader());
        }
    }

    private void head(HttpClientResponse response) {
        if (ended) {
            return;
        }
        Answer begun = new Answer(response);
        answer = begun;
        exchange.answerBegins(connection);
        response.exceptionHandler(this::failed);
        response.handler(piece -> body(begun, piece));
        response.endHandler(_ -> complete(begun));
    }

    private void body(Answer begun, Buffer piece) {
        if (!ended && !begun.add(piece)) {
            stop();
            exchange.answered(begun, false);
        }
    }

    private void complete(Answer whole) {
        if (!ended) {
            ended = true;
            // A body that is still leaving would hold up the next request.
            boolean left = written != null && written.isComplete();
            connections.giveBack(connection, left && whole.keepsConnection());
            exchange.answered(whole, true);
        }
    }

    private void failed(Throwable failure) {
        if (ended) {
            return;
        }
        stop();
        if (answer != null) {
            exchange.answered(answer, false);
        } else {
            exchange.unanswered(this, failure);
        }
    }

    private void stop() {
        ended = true;
        if (sent != null) {
            sent.reset(CANCEL);
        }
        connections.giveBack(connection, connection.isHttp2() && answer != null);
    }
}
