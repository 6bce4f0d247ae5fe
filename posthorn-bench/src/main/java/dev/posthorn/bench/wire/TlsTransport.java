package dev.posthorn.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** Bytes through TLS. Handshakes are reckoned on the loop's own thread. */
final class TlsTransport implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final Tls tls;

    /** The beginning of a record whose rest has not come yet. */
    private ByteBuffer kept = NOTHING;

    private ByteBuffer unsent = NOTHING;

    TlsTransport(SocketChannel channel, SSLEngine engine, Tls tls) {
        this.channel = channel;
        this.engine = engine;
        this.tls = tls;
    }

    @Override
    public int read(Inbox inbox) throws IOException {
        int count = inbox.read(channel);
        if (count < 0) {
            return count;
        }
        ByteBuffer records = joined(kept, ByteBuffer.wrap(inbox.bytes(), 0, count));
        ByteBuffer plain = tls.plain();
        boolean open = unwrapAll(records, plain);
        kept = records.hasRemaining() ? copy(records) : NOTHING;
        plain.flip();
        int length = plain.remaining();
        plain.get(inbox.bytes(), 0, length);
        return open || length > 0 ? length : -1;
    }

    /** Returns false when the other side said goodbye. */
    private boolean unwrapAll(ByteBuffer records, ByteBuffer plain) throws IOException {
        while (records.hasRemaining()) {
            SSLEngineResult result = engine.unwrap(records, plain);
            if (result.getStatus() == Status.CLOSED) {
                return false;
            }
            shakeHands();
            if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
                return true;
            }
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                throw new SSLException("more came in one read than the rig has room for");
            }
        }
        return true;
    }

    private void shakeHands() throws IOException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(NOTHING);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    @Override
    public boolean write(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            wrap(buffer);
        }
        return flush();
    }

    private void wrap(ByteBuffer plain) throws IOException {
        ByteBuffer record = tls.record();
        SSLEngineResult result = engine.wrap(plain, record);
        if (result.getStatus() != Status.OK) {
            throw new SSLException("cannot send: " + result.getStatus());
        }
        record.flip();
        if (!unsent.hasRemaining()) {
            channel.write(record);
        }
        if (record.hasRemaining()) {
            unsent = joined(unsent, record);
        }
    }

    @Override
    public boolean flush() throws IOException {
        if (unsent.hasRemaining()) {
            channel.write(unsent);
        }
        return !unsent.hasRemaining();
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return first.hasRemaining()
                ? ByteBuffer.allocate(first.remaining() + second.remaining())
                        .put(first)
                        .put(second)
                        .flip()
                : copy(second);
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }
}
