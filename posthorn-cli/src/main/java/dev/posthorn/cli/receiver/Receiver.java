package dev.posthorn.cli.receiver;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.cli.process.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that hands every request to one handler, each on a thread of its own. */
public final class Receiver implements AutoCloseable {
    /** More than any event: a batch never goes to a receiver. */
    private static final int LARGEST_BODY_BYTES = 32 << 20;

    private final HttpServer server;
    private final ExecutorService threads;

    /** Answers a request; may take its time. */
    public interface Handler {
        Reply handle(ReceivedRequest request);
    }

    private Receiver(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** {@code port} 0 takes any free one. */
    public static Receiver start(String host, int port, Handler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, handler));
            server.start();
            return new Receiver(server, threads);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    "cannot listen on " + host + ":" + port + ": " + e.getMessage(),
                    "Name another port.");
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
            Reply reply =
                    body.length > LARGEST_BODY_BYTES
                            ? Reply.of(413, "too large")
                            : handler.handle(request(exchange, body));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static ReceivedRequest request(HttpExchange exchange, byte[] body) {
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                lowerCase(exchange.getRequestHeaders()),
                body,
                Instant.now());
    }

    private static Map<String, String> lowerCase(Headers headers) {
        var map = new HashMap<String, String>();
        headers.forEach((name, values) -> map.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return Map.copyOf(map);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
