package dev.posthorn.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** An API on loopback that answers each path as told and remembers what it was asked. */
public final class FakeApi implements AutoCloseable {
    private static final String REFUSAL = "{\"error\":\"refused\",\"message\":\"No.\"}";

    private final HttpServer server;
    private final Map<String, Function<String, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private volatile int refusal = 404;

    public record Answer(int status, String json) {}

    /** {@code what} is method, blank, path with query. */
    public record Call(String what, String authorization, String contentType, String body) {}

    public FakeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** {@code what} is method, blank, path without query. */
    public FakeApi on(String what, int status, String json) {
        return on(what, _ -> new Answer(status, json));
    }

    /** The answer is made of the request's body. */
    public FakeApi on(String what, Function<String, Answer> answer) {
        answers.put(what, answer);
        return this;
    }

    /** What is not answered otherwise is answered with this status. */
    public FakeApi refusing(int status) {
        refusal = status;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<String> asked() {
        return calls().stream().map(Call::what).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestMethod() + " ";
            remember(exchange, method, body);
            Answer answer =
                    answers.getOrDefault(
                                    method + exchange.getRequestURI().getPath(),
                                    _ -> new Answer(refusal, REFUSAL))
                            .apply(body);
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private synchronized void remember(HttpExchange exchange, String method, String body) {
        calls.add(
                new Call(
                        method + exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
