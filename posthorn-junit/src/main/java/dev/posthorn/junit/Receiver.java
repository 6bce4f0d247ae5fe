package dev.posthorn.junit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.client.resource.WebhookConfig;
import dev.posthorn.verifier.WebhookHeaders;
import dev.posthorn.verifier.WebhookProfile;
import dev.posthorn.verifier.WebhookVerdict;
import dev.posthorn.verifier.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Receives on loopback, verifies every request, and hands out what arrived. A request that is not
 * genuine gets 401; the others get 204, or what {@link #answers} lined up.
 */
public final class Receiver implements AutoCloseable {
    private static final int GENUINE = 204;
    private static final int REFUSED = 401;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Arrivals arrivals = new Arrivals();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Posthorn posthorn;
    private final WebhookConfig endpoint;
    private final WebhookVerifier verifier;

    private Receiver(Posthorn posthorn, WebhookConfigFields fields) throws IOException {
        this.posthorn = posthorn;
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.endpoint = posthorn.sendTo(url(), fields);
        this.verifier = verifier(endpoint);
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    static Receiver start(Posthorn posthorn, WebhookConfigFields fields) {
        try {
            return new Receiver(posthorn, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebhookVerifier verifier(WebhookConfig endpoint) {
        // Every profile's requests carry Standard Webhooks signatures, an operator's own ones too.
        WebhookProfile profile =
                WebhookProfile.named(String.valueOf(endpoint.profile()))
                        .orElse(WebhookProfile.CLOUDEVENTS);
        return WebhookVerifier.builder(profile).secret(String.valueOf(endpoint.secret())).build();
    }

    /** Where it receives. */
    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    /** The endpoint it was given in Posthorn. */
    public WebhookConfig endpoint() {
        return endpoint;
    }

    /** Statuses of its next answers to genuine requests, in order; 204 behind them. */
    public Receiver answers(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
        return this;
    }

    /** The next request, in the order of arrival; waits for it. */
    public Webhook received() {
        return received("a webhook", webhook -> true);
    }

    /** The next request with that event type; waits for it, and leaves others to be asked for. */
    public Webhook received(String eventType) {
        return received(eventType, webhook -> webhook.type().equals(eventType));
    }

    /** The next {@code count} requests, in the order of arrival; waits for them. */
    public List<Webhook> received(int count) {
        return Stream.generate(this::received).limit(count).toList();
    }

    private Webhook received(String what, Predicate<Webhook> wanted) {
        Duration limit = Patience.STANDARD.limit();
        return arrivals.take(wanted, limit)
                .orElseThrow(() ->
                        new AssertionError(
                                "waited %d s for %s, but %s"
                                        .formatted(limit.toSeconds(), what, arrivals.summary())));
    }

    /**
     * Fails when something arrived that nobody asked for, or will: nothing may be on its way to
     * this endpoint.
     */
    public void receivedNothingElse() {
        posthorn.idle(endpoint);
        List<Webhook> left = arrivals.waiting();
        if (!left.isEmpty()) {
            throw new AssertionError("received as well: " + left);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer(exchange, body), -1);
        }
    }

    private int answer(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = headers(exchange);
        WebhookVerdict verdict = verifier.check(WebhookHeaders.of(headers), body);
        return switch (verdict) {
            case WebhookVerdict.Refused(var reason, var message) -> {
                arrivals.refuse(reason.name().toLowerCase(Locale.ROOT) + ": " + message);
                yield REFUSED;
            }
            case WebhookVerdict.Genuine(var id, var signed) -> {
                String path = exchange.getRequestURI().toString();
                String method = exchange.getRequestMethod();
                Integer status = answers.poll();
                arrivals.add(new Webhook(id.orElse(""), method, path, headers, body, signed));
                yield status == null ? GENUINE : status;
            }
        };
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    /** Deactivates the endpoint, so that nothing is sent here any more, and ends. */
    @Override
    public void close() {
        posthorn.client().webhookConfigs().delete(endpoint.id());
        http.stop(0);
        threads.close();
    }
}
