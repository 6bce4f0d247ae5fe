package dev.posthorn.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Bytes as they are. */
final class PlainTransport implements Transport {
    private final SocketChannel channel;
    private @Nullable ByteBuffer unsent;

    PlainTransport(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(Inbox inbox) throws IOException {
        return inbox.read(channel);
    }

    @Override
    public boolean write(ByteBuffer buffer) throws IOException {
        channel.write(buffer);
        unsent = buffer.hasRemaining() ? buffer : null;
        return unsent == null;
    }

    @Override
    public boolean flush() throws IOException {
        return unsent == null || write(unsent);
    }
}
