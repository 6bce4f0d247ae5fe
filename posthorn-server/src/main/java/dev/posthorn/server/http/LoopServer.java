package dev.posthorn.server.http;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The server on one event loop. Several of them share a port. */
final class LoopServer implements Deployable {
    private static final int MAX_REQUEST_LINE_BYTES = 8 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int ACCEPT_BACKLOG = 1024;
    private static final long SWEEP_MS = 1000;

    private final Vertx vertx;
    private final WebServerSettings settings;
    private final Gate gate;
    private final BodyBudget budget;
    private final Executor threads;
    private final Connections connections;
    private @Nullable HttpServer server;

    LoopServer(
            Vertx vertx,
            WebServerSettings settings,
            Gate gate,
            BodyBudget budget,
            Executor threads) {
        this.vertx = vertx;
        this.settings = settings;
        this.gate = gate;
        this.budget = budget;
        this.threads = threads;
        this.connections = new Connections(settings.limits(), settings.maxConnections());
    }

    @Override
    public Future<?> deploy(Context context) {
        Loop loop = new LoopCompletions(work -> context.runOnContext(_ -> work.run()));
        Workplace workplace = new Workplace(gate, budget, threads, loop);
        vertx.setPeriodic(SWEEP_MS, _ -> connections.step());
        return vertx.createHttpServer(options())
                .connectionHandler(connections::opened)
                .requestHandler(incoming -> begin(incoming, workplace))
                .invalidRequestHandler(InvalidRequests::answer)
                .listen()
                .onSuccess(listening -> server = listening);
    }

    private void begin(HttpServerRequest incoming, Workplace workplace) {
        new Exchange(incoming, connections.of(incoming.connection()), workplace).begin();
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setAcceptBacklog(ACCEPT_BACKLOG)
                .setTcpNoDelay(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
    }

    int port() {
        return server == null ? 0 : server.actualPort();
    }

    /** Stops listening, lets requests under way finish, then cuts what is left. */
    Future<?> shutdown(Duration patience) {
        return server == null ? Future.succeededFuture() : server.shutdown(patience);
    }
}
