package dev.posthorn.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Where the loop's thread reads every socket into; valid until the next read. */
final class Inbox {
    /** A batch answer of 1,000 events fits in a handful of reads. */
    static final int BYTES = 256 * 1024;

    private final ByteBuffer direct = ByteBuffer.allocateDirect(BYTES);
    private final byte[] bytes = new byte[BYTES];

    /** Number of bytes read into {@link #bytes}, -1 at the end of the stream. */
    int read(SocketChannel channel) throws IOException {
        direct.clear();
        int count = channel.read(direct);
        if (count > 0) {
            direct.flip();
            direct.get(bytes, 0, count);
        }
        return count;
    }

    byte[] bytes() {
        return bytes;
    }
}
