package dev.posthorn.bench.subject;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.load.RequestTemplate;
import dev.posthorn.bench.receive.EndpointSecret;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the endpoints of profile {@code standard}, one per path, several at a time. */
final class Endpoints {
    /** Enough that a flush is shared by several. */
    private static final int CALLS_AT_ONCE = 16;

    /** What they subscribe to when nothing that is published is wanted. */
    private static final String NEVER_PUBLISHED = "bench.never";

    private Endpoints() {}

    static void make(OperatorApi api, SubjectSettings settings) {
        try (ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_ONCE)) {
            CompletableFuture<?>[] made =
                    IntStream.range(0, settings.load().fan().endpoints())
                            .mapToObj(number -> endpoint(number, settings))
                            .map(body -> CompletableFuture.runAsync(() -> make(api, body), calls))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(made).join();
        }
    }

    private static void make(OperatorApi api, ObjectNode body) {
        api.post("/configs/webhook", body);
    }

    private static ObjectNode endpoint(int number, SubjectSettings settings) {
        Fan fan = settings.load().fan();
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
        endpoint.put("url", settings.receiver() + "/e/" + number);
        endpoint.put("profile", "standard");
        endpoint.put("secret", EndpointSecret.text(number));
        endpoint.put("test", false);
        endpoint.putArray("event_types")
                .add(
                        settings.load().wanted()
                                ? RequestTemplate.type(fan.group(number))
                                : NEVER_PUBLISHED);
        return endpoint;
    }
}
