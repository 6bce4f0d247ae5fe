package dev.posthorn.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A server on loopback that answers what it is told to, in order, and remembers the requests. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();

    /** {@code status} 0 drops the connection. */
    private record Reply(int status, String retryAfter, String body) {}

    record Received(
            String method, String path, String authorization, String contentType, String body) {
        String line() {
            return method + " " + path + (body.isEmpty() ? "" : " " + body);
        }
    }

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    ScriptedServer reply(int status, String body) {
        return reply(status, "", body);
    }

    synchronized ScriptedServer reply(int status, String retryAfter, String body) {
        replies.add(new Reply(status, retryAfter, body));
        return this;
    }

    ScriptedServer dropConnection() {
        return reply(0, "");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    List<String> lines() {
        return received().stream().map(Received::line).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = next(exchange);
            if (reply.status() == 0) {
                return; // Closing without a status drops the connection.
            }
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Reply next(HttpExchange exchange) throws IOException {
        received.add(
                new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        return replies.remove();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
