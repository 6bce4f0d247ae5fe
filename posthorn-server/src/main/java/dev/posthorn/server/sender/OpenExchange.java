package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.dns.NameAnswer.NoAnswer;
import dev.posthorn.server.dns.NameAnswer.NotFound;
import dev.posthorn.server.dns.NameAnswer.TooMany;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One exchange under way: look the name up, judge its addresses, get a connection, transfer, answer
 * once. Whatever goes wrong, and whenever, leads to {@link #end}. Belongs to one loop.
 */
final class OpenExchange extends Deadlines.Deadline implements Taker {
    private final SenderLoop loop;
    private final OutgoingRequest request;
    private final Origin origin;
    private final String pathAndQuery;
    private final Duration allowed;
    private final Consumer<Exchange> answer;
    private final Stopwatch stopwatch;
    private @Nullable Transfer transfer;
    private boolean triedAgain;
    private boolean starting = true;
    private boolean ended;

    OpenExchange(
            SenderLoop loop,
            OutgoingRequest request,
            Origin origin,
            String pathAndQuery,
            Duration allowed,
            Consumer<Exchange> answer) {
        this.loop = loop;
        this.request = request;
        this.origin = origin;
        this.pathAndQuery = pathAndQuery;
        this.allowed = allowed;
        this.answer = answer;
        this.stopwatch = new Stopwatch(loop.nanos());
    }

    void start() {
        loop.deadlines().arm(this, loop.nanos(), allowed);
        findAddress();
        starting = false;
    }

    @Override
    public boolean isWaiting() {
        return !ended;
    }

    @Override
    public void take(Connection connection) {
        Transfer begun = new Transfer(this, loop.connections(), connection);
        transfer = begun;
        begun.start(request, pathAndQuery);
    }

    @Override
    public void noConnection(Throwable cause) {
        end(Failures.connecting(cause, origin), null);
    }

    @Override
    void expired() {
        Answer soFar = transfer == null ? null : transfer.answer();
        if (transfer != null) {
            transfer.abort();
        }
        if (soFar == null) {
            end(new TimedOut(allowed), null);
        } else {
            answered(soFar, false);
        }
    }

    /** The request goes out over {@code connection} now. */
    void requestLeaves(Connection connection) {
        if (!connection.isReused()) {
            stopwatch.connected(connection.connectMicros(), connection.tlsMicros());
        }
        stopwatch.requestLeft(loop.nanos());
    }

    void answerBegins(Connection connection) {
        stopwatch.firstByte(connection.firstByteNanos(loop.nanos()));
    }

    /** The head decides, even if the body broke off, was too long or too late. */
    void answered(Answer received, boolean complete) {
        AttemptOutcome outcome = received.outcome(loop.wallClock().millis());
        end(outcome, received.response(complete));
    }

    /**
     * No answer came. Over a kept connection that is no news of the receiver: it may have closed it
     * just then. Once, therefore, the same request goes out again over a new one.
     */
    void unanswered(Transfer failed, Throwable failure) {
        if (!triedAgain
                && failed.connection().isReused()
                && !failed.sawAnswer()
                && Failures.isClosed(failure)) {
            triedAgain = true;
            transfer = null;
            // The name may lead elsewhere by now: it is judged as the first time.
            findAddress();
        } else {
            end(Failures.exchanging(failure, origin), null);
        }
    }

    private void findAddress() {
        if (origin.isLiteral()) {
            connect();
        } else {
            loop.names().lookup(origin.host(), this::lookedUp);
        }
    }

    private void lookedUp(NameAnswer name) {
        if (ended) {
            return;
        }
        stopwatch.lookedUp(loop.nanos());
        switch (name) {
            case Found found ->
                    origin.resolved(found, loop.addresses())
                            .ifPresentOrElse(
                                    refusal -> end(new Blocked(refusal.message()), null),
                                    this::connect);
            case NotFound _ -> end(unknown("The name " + origin.host() + " does not exist."), null);
            case NoAnswer _ ->
                    end(
                            unknown("The name servers did not answer for " + origin.host() + "."),
                            null);
            case TooMany _ ->
                    end(
                            unknown(
                                    "The name "
                                            + origin.host()
                                            + " has more than "
                                            + TooMany.MOST
                                            + " addresses."),
                            null);
        }
    }

    private void connect() {
        loop.connections().get(origin, this, triedAgain);
    }

    private void end(AttemptOutcome outcome, @Nullable Response response) {
        if (ended) {
            return;
        }
        ended = true;
        loop.deadlines().drop(this);
        Exchange exchange =
                new Exchange(
                        outcome,
                        response,
                        stopwatch.ended(loop.nanos()),
                        transfer == null ? null : transfer.connection().ip(),
                        Sentences.of(outcome));
        if (starting) {
            // Who sends is not called back from within.
            loop.context().runOnContext(_ -> answer.accept(exchange));
        } else {
            answer.accept(exchange);
        }
    }

    private static Unreachable unknown(String message) {
        return new Unreachable(Fault.NAME_NOT_FOUND, message);
    }
}
