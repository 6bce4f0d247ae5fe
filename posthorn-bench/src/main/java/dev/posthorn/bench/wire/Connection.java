package dev.posthorn.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One non-blocking connection: whole messages in, buffers out. Confined to its loop's thread. */
public abstract class Connection implements Loop.Ready {
    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final Transport transport;
    private final SelectionKey key;

    /** The beginning of a message whose rest has not come yet. */
    private byte[] kept = NOTHING;

    /** {@code tls} is null for a connection in the clear. */
    protected Connection(Loop loop, SocketChannel channel, @Nullable Tls tls) throws IOException {
        this.channel = channel;
        this.transport = tls == null ? new PlainTransport(channel) : tls.transport(channel);
        channel.configureBlocking(false);
        channel.socket().setTcpNoDelay(true);
        key = channel.register(loop.selector(), SelectionKey.OP_READ);
    }

    /** Begins to listen for bytes; the last thing a constructor does. */
    protected final void begin() {
        key.attach(this);
    }

    /**
     * Takes one message if it is complete.
     *
     * @return where the next one starts, or {@code from} when more bytes are needed
     */
    protected abstract int take(byte[] bytes, int from, int to, long nowNanos);

    /** The other side or an error ended the connection. */
    protected abstract void lost();

    @Override
    public final void ready(SelectionKey ready, Inbox inbox, long nowNanos) {
        try {
            if (ready.isWritable()) {
                flush();
            }
            if (ready.isReadable()) {
                receive(inbox, nowNanos);
            }
        } catch (IOException _) {
            drop();
        }
    }

    /** Sends the buffer from its position; it must stay untouched until the answer came. */
    protected final void send(ByteBuffer buffer) {
        try {
            watch(transport.write(buffer));
        } catch (IOException _) {
            drop();
        }
    }

    private void flush() throws IOException {
        if (transport.flush()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void watch(boolean allSent) {
        if (!allSent) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private void receive(Inbox inbox, long nowNanos) throws IOException {
        int count = transport.read(inbox);
        watch(transport.flush());
        if (count < 0) {
            drop();
        } else if (kept.length == 0) {
            kept = takeAll(inbox.bytes(), count, nowNanos);
        } else {
            byte[] joined = Arrays.copyOf(kept, kept.length + count);
            System.arraycopy(inbox.bytes(), 0, joined, kept.length, count);
            kept = takeAll(joined, joined.length, nowNanos);
        }
    }

    private byte[] takeAll(byte[] bytes, int to, long nowNanos) {
        int from = 0;
        while (from < to) {
            int next = take(bytes, from, to, nowNanos);
            if (next == from) {
                return Arrays.copyOfRange(bytes, from, to);
            }
            from = next;
        }
        return NOTHING;
    }

    protected final void drop() {
        if (key.isValid()) {
            close();
            lost();
        }
    }

    protected final void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException _) {
            // Closing was all that was wanted of it.
        }
    }
}
