package dev.posthorn.server.token;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.profile.OutgoingRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sends through another sender, with an access token where the endpoint wants one. The token server
 * is asked through that sender too, so the same rules hold for its address. Belongs to that
 * sender's loop.
 */
public final class TokenSender implements Sender {
    /** As many clients of token servers are remembered; the others ask anew each time. */
    private static final int MOST_LINES = 10_000;

    /** Tokens that are over leave the memory by then. */
    private static final long SWEEP_MS = 60_000;

    /** Servers answer at once or are down; the attempt wants its own time as well. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sender sender;
    private final Vertx vertx;
    private final ContextInternal context;
    private final String userAgent;
    private final LongSupplier nanoTime;
    private final Map<OAuth2, TokenLine> lines = new LinkedHashMap<>(16, 0.75f, true);

    /** {@code context}: the loop {@code sender} belongs to. */
    public TokenSender(Sender sender, Vertx vertx, Context context, String userAgent) {
        this(sender, vertx, context, userAgent, System::nanoTime);
    }

    TokenSender(
            Sender sender, Vertx vertx, Context context, String userAgent, LongSupplier nanoTime) {
        this.sender = sender;
        this.vertx = vertx;
        this.context = (ContextInternal) context;
        this.userAgent = userAgent;
        this.nanoTime = nanoTime;
        context.runOnContext(_ -> vertx.setPeriodic(SWEEP_MS, _ -> sweep()));
    }

    @Override
    public void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        if (!(request.auth() instanceof OAuth2 client)) {
            sender.send(request, deadline, answer);
        } else if (context.inThread()) {
            new TokenExchange(this, client, request, deadline, answer).start();
        } else {
            context.runOnContext(_ -> send(request, deadline, answer));
        }
    }

    void plain(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        sender.send(request, deadline, answer);
    }

    TokenLine line(OAuth2 client) {
        TokenLine line = lines.computeIfAbsent(client, _ -> new TokenLine());
        if (lines.size() > MOST_LINES) {
            lines.remove(lines.keySet().iterator().next());
        }
        return line;
    }

    /** Hands over a token, now or later: the one in use or a new one. */
    void token(OAuth2 client, Duration deadline, Consumer<TokenReading> use) {
        TokenLine line = line(client);
        TokenReading known = line.known(nanos());
        if (known != null) {
            use.accept(known);
        } else if (line.await(use)) {
            Duration patience = deadline.compareTo(PATIENCE) < 0 ? deadline : PATIENCE;
            sender.send(
                    TokenRequest.of(client, userAgent),
                    patience,
                    exchange -> line.read(TokenAnswer.read(exchange, client.tokenUrl()), nanos()));
        }
    }

    /** Runs {@code action} on the loop after this call. */
    void later(Runnable action) {
        context.runOnContext(_ -> action.run());
    }

    long after(Duration time, Runnable action) {
        return vertx.setTimer(Math.max(1, time.toMillis()), _ -> action.run());
    }

    void cancel(long timer) {
        vertx.cancelTimer(timer);
    }

    long nanos() {
        return nanoTime.getAsLong();
    }

    private void sweep() {
        long now = nanos();
        lines.values().removeIf(line -> line.isOver(now));
    }
}
