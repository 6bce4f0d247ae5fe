package dev.posthorn.server.token;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.token.TokenReading.NoToken;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One exchange that needs a token: have one, send with it, and once more with a new one when the
 * receiver does not take it. All within one deadline. Belongs to one loop.
 */
final class TokenExchange {
    private static final int UNAUTHORISED = 401;

    private final TokenSender sender;
    private final OAuth2 client;
    private final OutgoingRequest request;
    private final Duration allowed;
    private final Consumer<Exchange> answer;
    private final long startedNanos;
    private boolean asked;
    private boolean starting = true;
    private boolean ended;

    TokenExchange(
            TokenSender sender,
            OAuth2 client,
            OutgoingRequest request,
            Duration allowed,
            Consumer<Exchange> answer) {
        this.sender = sender;
        this.client = client;
        this.request = request;
        this.allowed = allowed;
        this.answer = answer;
        this.startedNanos = sender.nanos();
    }

    void start() {
        proceed();
        starting = false;
    }

    private void proceed() {
        boolean kept = sender.line(client).known(sender.nanos()) != null;
        asked |= !kept;
        long timer = kept ? 0 : sender.after(left(), this::expired);
        sender.token(
                client,
                left(),
                reading -> {
                    if (!kept) {
                        sender.cancel(timer);
                    }
                    if (!ended) {
                        with(reading);
                    }
                });
    }

    /** Others may still wait for the same answer, and get it. */
    private void expired() {
        end(
                new Unreachable(
                        Fault.NO_TOKEN,
                        "The token server did not answer within " + allowed.toMillis() + " ms."));
    }

    private void with(TokenReading reading) {
        switch (reading) {
            case NoToken(AttemptOutcome outcome) -> end(outcome);
            case Token token ->
                    sender.plain(carrying(token), left(), exchange -> answered(exchange, token));
        }
    }

    /** A token that was asked for just now is not asked for again. */
    private void answered(Exchange exchange, Token sent) {
        boolean refused =
                exchange.outcome() instanceof Rejected(int status, _) && status == UNAUTHORISED;
        if (refused && !asked && sender.line(client).drop(sent, sender.nanos())) {
            asked = true;
            proceed();
        } else {
            ended = true;
            answer.accept(exchange);
        }
    }

    private OutgoingRequest carrying(Token token) {
        String[] headers = request.headers().clone();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Authorization") && headers[i + 1].equals(EndpointAuth.BEARER)) {
                headers[i + 1] = EndpointAuth.BEARER + token.text().text();
            }
        }
        return new OutgoingRequest(request.method(), request.url(), headers, request.body());
    }

    private Duration left() {
        Duration left = allowed.minusNanos(sender.nanos() - startedNanos);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private void end(AttemptOutcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        int micros = (int) Math.min(Integer.MAX_VALUE, (sender.nanos() - startedNanos) / 1000);
        Exchange exchange =
                new Exchange(
                        outcome, null, new Timings(-1, -1, -1, -1, micros), null, message(outcome));
        if (starting) {
            // Who sends is not called back from within.
            sender.later(() -> answer.accept(exchange));
        } else {
            answer.accept(exchange);
        }
    }

    private static @Nullable String message(AttemptOutcome outcome) {
        return switch (outcome) {
            case Unreachable(_, String message) -> message;
            case Blocked(String message) -> message;
            case AttemptOutcome.Delivered _, AttemptOutcome.Rejected _, AttemptOutcome.TimedOut _ ->
                    null;
        };
    }
}
