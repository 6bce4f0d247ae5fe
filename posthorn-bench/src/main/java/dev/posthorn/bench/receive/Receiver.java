package dev.posthorn.bench.receive;

import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.wire.Listener;
import dev.posthorn.bench.wire.Loop;
import dev.posthorn.bench.wire.Tls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** All endpoints of one program under test behind one port; endpoint 17 is {@code /e/17}. */
public final class Receiver {
    private final Loop loop;
    private final Listener listener;
    private final Answers answers;

    private Receiver(Loop loop, Listener listener, Answers answers) {
        this.loop = loop;
        this.listener = listener;
        this.answers = answers;
    }

    /**
     * Starts listening on a free port of 127.0.0.1.
     *
     * @param sampleEvery of so many arrivals one has its signature verified; 0 verifies none, for
     *     the bare pipeline, which does not sign
     * @param certificate null for HTTP
     * @param answerAfter how long each request is thought about
     * @param hanging endpoints with the lowest numbers that never answer
     */
    public static Receiver open(
            Loop loop,
            Ledger ledger,
            int sampleEvery,
            @Nullable Certificate certificate,
            Duration answerAfter,
            int hanging) {
        Answers answers = new Answers(ledger, answerAfter, hanging);
        Tls tls = certificate == null ? null : new Tls(certificate.context());
        Listener listener =
                Listener.open(
                        loop,
                        channel ->
                                new ReceiverConnection(
                                        loop, channel, tls, ledger, answers, sampleEvery));
        return new Receiver(loop, listener, answers);
    }

    public int port() {
        return listener.port();
    }

    /** Endpoints below that number close every connection from now on; 0 brings all back. */
    public void takeDown(int below) {
        loop.call(() -> {
            answers.takeDown(below);
            return answers;
        });
    }
}
