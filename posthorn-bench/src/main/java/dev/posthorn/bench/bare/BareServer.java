package dev.posthorn.bench.bare;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The bare pipeline put together from the parts Posthorn is made of: HTTP server, group commit into
 * the same schema, HTTP client, settlement. It neither parses, routes, signs nor retries.
 */
final class BareServer implements AutoCloseable {
    private final Sequence sequence = new Sequence(0);
    private final BareQueue queue = new BareQueue();
    private final BareFan fan;
    private final Vertx vertx;
    private final Context in;
    private final Context out;
    private final BareIntake intake;
    private final BareSender sender;
    private final BareWriter writer;
    private final HttpServer server;

    BareServer(BareSettings settings) throws SQLException {
        fan = settings.fan();
        vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(settings.loops())
                                .setPreferNativeTransport(true));
        in = context();
        out = context();
        intake =
                new BareIntake(
                        settings.batch(), fan.width(), () -> BareWriter.draw(sequence, fan), queue);
        sender = new BareSender(vertx, settings, queue::settle);
        Database database = new Database(settings.folder().resolve("bare.db"));
        Migrations.run(database);
        writer = new BareWriter(database, queue, fan, this::committed);
        server = listen();
    }

    /** The next event loop in turn, which with a single loop is always the same. */
    private Context context() {
        Context[] made = new Context[1];
        vertx.deployVerticle(
                        context -> {
                            made[0] = context;
                            return Future.succeededFuture();
                        })
                .await();
        return Objects.requireNonNull(made[0]);
    }

    private HttpServer listen() {
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        CompletableFuture<HttpServer> listening = new CompletableFuture<>();
        in.runOnContext(_ ->
                vertx.createHttpServer(options)
                        .requestHandler(intake)
                        .listen()
                        .onSuccess(listening::complete)
                        .onFailure(listening::completeExceptionally));
        return listening.join();
    }

    int port() {
        return server.actualPort();
    }

    private void committed(List<BareCall> calls) {
        if (!calls.isEmpty()) {
            in.runOnContext(_ -> calls.forEach(intake::answer));
            out.runOnContext(_ -> calls.forEach(call -> call.events().forEach(this::send)));
        }
    }

    private void send(BareEvent event) {
        for (int i = 0; i < fan.width(); i++) {
            sender.send(
                    new BareDelivery(
                            event.deliverySeq(i), fan.endpoint(event.group(), i), event.body()));
        }
    }

    @Override
    public void close() throws SQLException {
        server.close().await();
        writer.close();
        vertx.close().await();
    }
}
