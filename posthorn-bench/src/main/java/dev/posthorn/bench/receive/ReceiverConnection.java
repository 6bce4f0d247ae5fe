package dev.posthorn.bench.receive;

import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.wire.Connection;
import dev.posthorn.bench.wire.Head;
import dev.posthorn.bench.wire.Loop;
import dev.posthorn.bench.wire.Scan;
import dev.posthorn.bench.wire.Tls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One kept connection of a receiver: answers 200 to what comes and writes it down. */
final class ReceiverConnection extends Connection {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PATH = "/e/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "\"n\":\"".getBytes(StandardCharsets.US_ASCII);

    private final Loop loop;
    private final Ledger ledger;
    private final Answers answers;
    private final int sampleEvery;
    private final Head head = new Head();
    private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);

    ReceiverConnection(
            Loop loop,
            SocketChannel channel,
            @Nullable Tls tls,
            Ledger ledger,
            Answers answers,
            int sampleEvery)
            throws IOException {
        super(loop, channel, tls);
        this.loop = loop;
        this.ledger = ledger;
        this.answers = answers;
        this.sampleEvery = sampleEvery;
        begin();
    }

    @Override
    protected int take(byte[] bytes, int from, int to, long nowNanos) {
        if (!head.read(bytes, from, to)) {
            return from;
        }
        int endpoint = Scan.number(bytes, Scan.after(bytes, from, to, PATH), to);
        if (answers.isDown(endpoint)) {
            drop();
            return to;
        }
        if (!answers.hangs(endpoint)) {
            arrived(bytes, endpoint, nowNanos);
            answer(nowNanos);
        }
        return head.end();
    }

    private void arrived(byte[] bytes, int endpoint, long nowNanos) {
        int numberAt = Scan.after(bytes, head.bodyStart(), head.end(), NUMBER);
        long event = numberAt < 0 ? Long.MAX_VALUE : Scan.longNumber(bytes, numberAt, head.end());
        if (ledger.arrived(event, endpoint, nowNanos) && isSampled(event)) {
            check(bytes, endpoint);
        }
    }

    private void answer(long nowNanos) {
        if (answers.afterNanos() == 0) {
            send(answer.rewind());
        } else {
            loop.at(nowNanos + answers.afterNanos(), () -> send(answer.rewind()));
        }
    }

    private boolean isSampled(long event) {
        return sampleEvery > 0 && event % sampleEvery == 0;
    }

    private void check(byte[] bytes, int endpoint) {
        if (!SignatureCheck.holds(bytes, head, endpoint)) {
            ledger.badSignature();
        }
    }

    @Override
    protected void lost() {
        // The program under test closes its connections when it likes.
    }
}
