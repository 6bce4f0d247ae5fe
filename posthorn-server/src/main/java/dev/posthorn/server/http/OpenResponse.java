package dev.posthorn.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicLong;

/** A stream over one response. What is written goes out on its loop, in the order given. */
final class OpenResponse implements ResponseStream {
    /** Asks proxies to pass each piece on at once; nginx knows it. */
    private static final String UNBUFFERED = "X-Accel-Buffering";

    private final HttpServerResponse out;
    private final OpenConnection connection;
    private final Loop loop;
    private final AtomicLong unsent = new AtomicLong();
    private boolean ended;

    OpenResponse(HttpServerResponse out, OpenConnection connection, Loop loop) {
        this.out = out;
        this.connection = connection;
        this.loop = loop;
    }

    /** On the loop. The head leaves at once, so that the caller knows it is listened to. */
    void begin(String contentType, Runnable gone) {
        connection.stream();
        out.setChunked(true);
        out.headers()
                .add(HttpHeaders.CONTENT_TYPE, contentType)
                .add(HttpHeaders.CACHE_CONTROL, "no-store")
                .add(UNBUFFERED, "no");
        out.closeHandler(_ -> closed(gone));
        out.writeHead();
    }

    private void closed(Runnable gone) {
        if (!ended) {
            ended = true;
            gone.run();
        }
    }

    @Override
    public void write(byte[] piece) {
        unsent.addAndGet(piece.length);
        loop.post(() -> put(piece));
    }

    private void put(byte[] piece) {
        if (ended || out.closed()) {
            unsent.addAndGet(-piece.length);
        } else {
            out.write(Buffer.buffer(piece)).onComplete(_ -> unsent.addAndGet(-piece.length));
        }
    }

    @Override
    public long unsentBytes() {
        return unsent.get();
    }

    @Override
    public void end() {
        loop.post(() -> {
            if (!ended && !out.closed()) {
                ended = true;
                connection.awaitRequest();
                out.end();
            }
        });
    }

    @Override
    public void cut() {
        loop.post(connection::close);
    }
}
