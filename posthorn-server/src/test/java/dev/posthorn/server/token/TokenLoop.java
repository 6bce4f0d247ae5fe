package dev.posthorn.server.token;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.sender.SenderSettings;
import dev.posthorn.server.sender.VertxSender;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A sender that knows tokens, on a loop of its own, to be used from a test's thread. */
final class TokenLoop implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    private final AtomicLong aheadNanos = new AtomicLong();
    private final VertxSender connections =
            onLoop(() ->
                    new VertxSender(
                            vertx,
                            context,
                            new SenderSettings(EgressSettings.DEFAULTS.forDevelopment(), 100),
                            (_, answer) -> answer.accept(new NameAnswer.NotFound())));
    private final TokenSender sender =
            new TokenSender(
                    connections,
                    vertx,
                    context,
                    "Posthorn/test",
                    () -> System.nanoTime() + aheadNanos.get());

    AttemptOutcome outcome(String url, OAuth2 client) {
        return await(start(url, client, DEADLINE));
    }

    CompletableFuture<AttemptOutcome> start(String url, OAuth2 client, Duration deadline) {
        String[] headers = {"Authorization", EndpointAuth.BEARER};
        OutgoingRequest request =
                new OutgoingRequest(
                        "POST", url, headers, "{}".getBytes(StandardCharsets.UTF_8), client);
        CompletableFuture<Exchange> answer = new CompletableFuture<>();
        sender.send(request, deadline, answer::complete);
        return answer.thenApply(Exchange::outcome);
    }

    /** From now on the tokens' clock is this much further ahead. */
    void advance(Duration time) {
        aheadNanos.addAndGet(time.toNanos());
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer within 20 s", e);
        }
    }

    private <T> T onLoop(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(_ -> result.complete(action.get()));
        return await(result);
    }

    @Override
    public void close() {
        await(connections.close().toCompletionStage().toCompletableFuture());
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
