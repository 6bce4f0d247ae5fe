package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.dns.NameLookup;
import dev.posthorn.server.egress.EgressSettings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.TrustOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sender on a loop of its own, to be used from a test's thread. */
public final class TestSender implements AutoCloseable {
    public static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final ContextInternal context;
    private final AtomicLong aheadNanos = new AtomicLong();
    private final VertxSender sender;

    public TestSender(EgressSettings egress, NameLookup names, @Nullable TrustOptions trust) {
        this(new SenderSettings(egress, 1000, trust), names);
    }

    public TestSender(SenderSettings settings, NameLookup names) {
        this(Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)), settings, names);
    }

    /** Over {@code vertx}, which ends with it. */
    public TestSender(Vertx vertx, SenderSettings settings, NameLookup names) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        sender = onLoop(() -> new VertxSender(vertx, context, settings, names, this::nanoTime));
    }

    /** One that may send to loopback and knows no name. */
    public static TestSender onLoopback() {
        return onLoopback((_, answer) -> answer.accept(new NameAnswer.NotFound()));
    }

    public static TestSender onLoopback(NameLookup names) {
        return new TestSender(EgressSettings.DEFAULTS.forDevelopment(), names, null);
    }

    public Exchange post(String url) {
        return post(url, DEADLINE);
    }

    public Exchange post(String url, Duration deadline) {
        return await(start(request("POST", url, "{}"), deadline));
    }

    public Exchange send(OutgoingRequest request) {
        return await(start(request, DEADLINE));
    }

    public CompletableFuture<Exchange> start(OutgoingRequest request, Duration deadline) {
        CompletableFuture<Exchange> answer = new CompletableFuture<>();
        context.runOnContext(_ -> sender.send(request, deadline, answer::complete));
        return answer;
    }

    public static OutgoingRequest request(String method, String url, String body) {
        return new OutgoingRequest(
                method,
                url,
                new String[] {"Content-Type", "application/json"},
                body.getBytes(StandardCharsets.UTF_8));
    }

    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer within 20 s", e);
        }
    }

    /** Whether the answer comes after {@code send} returned, and on the loop. */
    boolean callsBackLater(String url) {
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        context.runOnContext(_ -> {
            boolean[] returned = {false};
            sender.send(
                    request("POST", url, "{}"),
                    DEADLINE,
                    _ -> later.complete(returned[0] && context.inThread()));
            returned[0] = true;
        });
        return await(later);
    }

    /** From now on the sender's clock is this much further ahead. */
    public void advance(Duration time) {
        aheadNanos.addAndGet(time.toNanos());
    }

    private long nanoTime() {
        return System.nanoTime() + aheadNanos.get();
    }

    private <T> T onLoop(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(_ -> result.complete(action.get()));
        return await(result);
    }

    @Override
    public void close() {
        await(sender.close().toCompletionStage().toCompletableFuture());
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
