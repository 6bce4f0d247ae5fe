package dev.posthorn.server.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.verifier.WebhookHeaders;
import dev.posthorn.verifier.WebhookVerdict;
import dev.posthorn.verifier.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receiver such as ricloud's own sample: its only path is {@code /webhooks/<event id>}. While it
 * knows no secret it takes everything, as that one does; with one it refuses what is not signed.
 */
final class RicloudReceiver implements AutoCloseable {
    private static final String PATH = "/webhooks/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final HttpServer server;
    private final BlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
    private volatile @Nullable WebhookVerifier verifier;
    private volatile boolean ready = true;

    RicloudReceiver() {
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

    /** As the manual has it, with a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/";
    }

    void secret(String secret) {
        verifier = WebhookVerifier.ricloud(secret);
    }

    void ready(boolean now) {
        ready = now;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int status = status(exchange, body);
            if (status == 200) {
                taken.add(JsonMapper.shared().readTree(body));
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(HttpExchange exchange, byte[] body) {
        if (!ready || !exchange.getRequestURI().getPath().matches(PATH)) {
            return 404;
        }
        WebhookVerifier known = verifier;
        if (known == null) {
            return 200;
        }
        WebhookVerdict verdict =
                known.check(WebhookHeaders.ofLists(exchange.getRequestHeaders()), body);
        return verdict instanceof WebhookVerdict.Genuine ? 200 : 400;
    }

    /** The next event it took; waits for it. */
    JsonNode next() {
        try {
            JsonNode event = taken.poll(30, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event came");
            }
            return event;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
