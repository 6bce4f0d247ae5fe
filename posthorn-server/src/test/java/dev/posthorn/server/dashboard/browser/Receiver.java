package dev.posthorn.server.dashboard.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receivers on one loopback port, one for each path: answer as told, and keep what they got. */
final class Receiver implements AutoCloseable {
    private static final Answer FINE = new Answer(200, "", Map.of());

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Got>> got = new ConcurrentHashMap<>();

    /** Headers by name. */
    record Answer(int status, String body, Map<String, String> headers) {}

    /** {@code signature}: value of {@code webhook-signature}, empty for none. */
    record Got(String method, String signature, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    void answer(String path, int status) {
        answer(path, new Answer(status, "", Map.of()));
    }

    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    List<Got> got(String path) {
        return got.getOrDefault(path, List.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
            got.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>())
                    .add(
                            new Got(
                                    exchange.getRequestMethod(),
                                    signature == null ? "" : signature,
                                    body));
            Answer answer = answers.getOrDefault(path, FINE);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
