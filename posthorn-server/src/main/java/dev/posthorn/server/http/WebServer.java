package dev.posthorn.server.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a route table over HTTP/1.1 on one or more event loops. */
public final class WebServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<LoopServer> loops = new CopyOnWriteArrayList<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("api-", 0).factory());
    private final Vertx vertx;
    private String deployment = "";

    private WebServer(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Returns when it listens. Throws {@link CannotListenException} when it can not. */
    public static WebServer start(
            Vertx vertx,
            WebServerSettings settings,
            List<Route> routes,
            Authenticator authenticator) {
        return start(vertx, settings, routes, authenticator, KeyLimit.OFF);
    }

    /** As before; {@code limit} counts the calls of each key. */
    public static WebServer start(
            Vertx vertx,
            WebServerSettings settings,
            List<Route> routes,
            Authenticator authenticator,
            KeyLimit limit) {
        WebServer server = new WebServer(vertx);
        server.listen(settings.withPort(), new Gate(routes, authenticator, limit));
        return server;
    }

    private void listen(WebServerSettings settings, Gate gate) {
        BodyBudget budget = new BodyBudget(settings.maxUnreadBytes());
        try {
            deployment =
                    vertx.deployVerticle(
                                    () -> loopServer(settings, gate, budget),
                                    new DeploymentOptions().setInstances(settings.loops()))
                            .await();
        } catch (Exception e) {
            threads.shutdown();
            throw new CannotListenException(settings.host() + ":" + settings.port(), e);
        }
    }

    private LoopServer loopServer(WebServerSettings settings, Gate gate, BodyBudget budget) {
        LoopServer loop = new LoopServer(vertx, settings, gate, budget, threads);
        loops.add(loop);
        return loop;
    }

    /** The port it listens on. */
    public int port() {
        return loops.getFirst().port();
    }

    /** Stops listening, lets requests under way finish for some seconds, and returns. */
    @Override
    public void close() {
        Future.join(loops.stream().map(loop -> loop.shutdown(PATIENCE)).toList())
                .transform(_ -> vertx.undeploy(deployment))
                .otherwiseEmpty()
                .await();
        threads.shutdown();
    }
}
