package dev.posthorn.server.hostile.receiver;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.sender.TestSender;
import java.time.Duration;

/** One sender and whatever receivers a test thinks up against it. */
final class Against implements AutoCloseable {
    /** Short, so that waiting for it does not make the tests slow. */
    static final Duration SHORT = Duration.ofMillis(300);

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    static final Unreachable RESET =
            new Unreachable(
                    Fault.CONNECTION_RESET, "RECEIVER ended the connection before it answered.");
    static final Unreachable NOT_HTTP =
            new Unreachable(Fault.PROTOCOL, "What RECEIVER answered is not valid HTTP.");

    private final TestSender sender = TestSender.onLoopback();

    AttemptOutcome outcome(Script script) {
        return exchange(script).outcome();
    }

    AttemptOutcome outcome(Duration deadline, Script script) {
        return exchange(deadline, "{}", script).outcome();
    }

    Exchange exchange(Script script) {
        return exchange(TestSender.DEADLINE, "{}", script);
    }

    /** The exchange with a receiver of that script; its host and port read RECEIVER in messages. */
    Exchange exchange(Duration deadline, String body, Script script) {
        try (var receiver = ScriptedReceiver.listening(script)) {
            String url = receiver.url("/");
            Exchange exchange =
                    TestSender.await(sender.start(TestSender.request("POST", url, body), deadline));
            String host = url.substring("http://".length(), url.length() - 1);
            return exchange.outcome() instanceof Unreachable(Fault fault, String message)
                    ? new Exchange(
                            new Unreachable(fault, message.replace(host, "RECEIVER")),
                            exchange.response(),
                            exchange.timings(),
                            exchange.ip(),
                            exchange.message())
                    : exchange;
        }
    }

    /** Reads the request, then sends these pieces without end, until the other side is gone. */
    static Script endless(String head, String piece) {
        return conversation -> {
            conversation.readRequest();
            conversation.send(head);
            String many = piece.repeat(1 + 16 * 1024 / piece.length());
            while (true) {
                conversation.send(many);
            }
        };
    }

    TestSender sender() {
        return sender;
    }

    @Override
    public void close() {
        sender.close();
    }
}
