package dev.posthorn.server.http;

import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.Origin;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way through: admitted by its head, read, handled, answered. On its loop. */
final class Exchange implements Answer, StreamAnswer, Handler<Buffer> {
    /**
     * What a refused caller may still send before the connection is cut. Cutting at once would take
     * the answer with it; nothing of this is kept.
     */
    private static final long MAX_DISCARDED_BYTES = 64L * 1024 * 1024;

    private final HttpServerRequest incoming;
    private final OpenConnection connection;
    private final Workplace workplace;
    private final String path;
    private Gate.@Nullable Admitted admitted;
    private @Nullable IncomingBody body;
    private long discarded;
    private long callsLeft = KeyLimit.UNLIMITED;

    Exchange(HttpServerRequest incoming, OpenConnection connection, Workplace workplace) {
        this.incoming = incoming;
        this.connection = connection;
        this.workplace = workplace;
        this.path = incoming.path() == null ? "" : incoming.path();
    }

    void begin() {
        connection.readBody();
        incoming.handler(this);
        incoming.endHandler(_ -> ended());
        incoming.exceptionHandler(_ -> release());
        if (incoming.method().name().equals("OPTIONS")) {
            send(options());
            return;
        }
        try {
            admit();
        } catch (RefusedException e) {
            send(Response.of(e.error()));
        }
    }

    private void admit() {
        Gate.Admitted found =
                workplace
                        .gate()
                        .admit(
                                incoming.method().name(),
                                path,
                                incoming.getHeader(HttpHeaders.AUTHORIZATION));
        count(found.caller());
        int maxBytes = found.route().maxBodyBytes();
        if (announcedBytes() > maxBytes) {
            throw new RefusedException(ApiError.tooLarge(maxBytes));
        }
        admitted = found;
        body = new IncomingBody(maxBytes, workplace.budget());
        if (incoming.headers().contains(HttpHeaders.EXPECT)) {
            incoming.response().writeContinue();
        }
    }

    private void count(@Nullable Caller caller) {
        if (caller == null) {
            return;
        }
        KeyLimit limit = workplace.gate().limit();
        callsLeft = limit.take(caller.key().id());
        if (callsLeft < 0) {
            throw new RefusedException(limit.refusal(-callsLeft));
        }
    }

    /** Bytes the head promises, 0 when it does not say. */
    private long announcedBytes() {
        String length = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            throw new RefusedException(
                    ApiError.of(ErrorCode.INVALID_REQUEST, "Content-Length is not a number."));
        }
    }

    private Response options() {
        return workplace
                .gate()
                .allowed(path)
                .map(allowed -> Response.empty(204, Map.of("Allow", String.join(", ", allowed))))
                .orElseGet(() -> Response.of(ApiError.notFound()));
    }

    @Override
    public void handle(Buffer piece) {
        IncomingBody reading = body;
        if (reading == null) {
            discard(piece.length());
            return;
        }
        switch (reading.add(piece.getBytes())) {
            case FITS -> {}
            case TOO_LARGE -> cutOff(reading, ApiError.tooLarge(maxBodyBytes()));
            case NO_ROOM ->
                    cutOff(reading, ApiError.unavailable("Too many large requests at once."));
        }
    }

    private int maxBodyBytes() {
        return admitted == null ? 0 : admitted.route().maxBodyBytes();
    }

    private void discard(int bytes) {
        discarded += bytes;
        if (discarded > MAX_DISCARDED_BYTES) {
            connection.close();
        }
    }

    private void cutOff(IncomingBody reading, ApiError error) {
        reading.release();
        body = null;
        send(Response.of(error));
    }

    private void ended() {
        IncomingBody whole = body;
        Gate.Admitted how = admitted;
        if (whole == null || how == null) {
            return;
        }
        connection.awaitAnswer();
        try {
            work(how, requestWith(how, whole.bytes()));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private Request requestWith(Gate.Admitted how, byte[] bytes) {
        String query = incoming.query();
        return new Request(
                how.route().method(),
                path,
                how.values(),
                query == null ? Query.EMPTY : Query.parse(query),
                incoming::getHeader,
                bytes,
                how.caller(),
                incoming.remoteAddress().hostAddress());
    }

    private void work(Gate.Admitted how, Request request) {
        switch (how.route().work()) {
            case Route.Work.OnLoop(LoopHandler handler) -> handler.handle(request, this);
            case Route.Work.Blocking(dev.posthorn.server.http.Handler handler) ->
                    workplace.threads().execute(() -> block(handler, request));
            case Route.Work.Streaming(StreamHandler handler) -> stream(handler, request);
        }
    }

    /** HEAD asks for the head alone: nothing is opened for it. */
    private void stream(StreamHandler handler, Request request) {
        if (incoming.method().name().equals("HEAD")) {
            send(Response.empty(200, Map.of()));
        } else {
            handler.handle(request, this);
        }
    }

    @Override
    public ResponseStream open(String contentType, Runnable gone) {
        release();
        OpenResponse stream = new OpenResponse(incoming.response(), connection, loop());
        stream.begin(contentType, gone);
        return stream;
    }

    /** An answer is owed whatever happened. */
    private void block(dev.posthorn.server.http.Handler handler, Request request) {
        Response response;
        try {
            response = origin(request).during(() -> handler.handle(request));
        } catch (Throwable e) {
            response = Failures.answerTo(e, asked());
        }
        Response answer = response;
        workplace.loop().post(() -> send(answer));
    }

    /** Whom the audit trail names for what the handler changes. */
    private Origin origin(Request request) {
        Caller caller = request.caller();
        SocketAddress peer = incoming.remoteAddress();
        String address = peer == null ? null : peer.hostAddress();
        Author author =
                caller == null
                        ? new Author.ByPosthorn()
                        : new Author.ByKey(caller.key().id(), caller.key().name());
        return new Origin(author, address);
    }

    @Override
    public void fail(RuntimeException failure) {
        send(Failures.answerTo(failure, asked()));
    }

    @Override
    public Loop loop() {
        return workplace.loop();
    }

    @Override
    public void send(Response response) {
        release();
        connection.awaitRequest();
        if (callsLeft != KeyLimit.UNLIMITED) {
            incoming.response().headers().addAll(workplace.gate().limit().headers(callsLeft));
        }
        ResponseWriter.write(response, incoming.response());
    }

    private void release() {
        if (body != null) {
            body.release();
            body = null;
        }
    }

    private String asked() {
        return incoming.method() + " " + path;
    }
}
