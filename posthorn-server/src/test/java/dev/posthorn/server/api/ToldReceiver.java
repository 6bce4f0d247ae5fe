package dev.posthorn.server.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** A receiver that answers as it is told to and remembers what came. */
final class ToldReceiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
    private final ToIntFunction<Came> status;
    private final byte[] answer;

    /** A request. {@code token}: empty when it carried none. */
    record Came(String method, String token, String body) {}

    ToldReceiver(ToIntFunction<Came> status) {
        this(status, new byte[0]);
    }

    /** {@code answer}: the body of every answer. */
    ToldReceiver(ToIntFunction<Came> status, byte[] answer) {
        this.status = status;
        this.answer = answer;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String token = exchange.getRequestHeaders().getFirst("token");
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Came request = new Came(exchange.getRequestMethod(), token == null ? "" : token, body);
            came.add(request);
            exchange.sendResponseHeaders(
                    status.applyAsInt(request), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** The next request; waits for it. */
    Came next() {
        try {
            Came next = came.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What came so far is of no interest any more. */
    void forget() {
        came.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
