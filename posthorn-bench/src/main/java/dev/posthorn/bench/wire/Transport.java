package dev.posthorn.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How bytes get into a socket and out of it. Confined to its loop's thread. */
interface Transport {
    /** Number of bytes put into the inbox, 0 when none are ready, -1 at the end of the stream. */
    int read(Inbox inbox) throws IOException;

    /**
     * Sends the buffer from its position; it must stay untouched until the answer came. Returns
     * false when the kernel did not take all: then {@link #flush} is due once it takes more.
     */
    boolean write(ByteBuffer buffer) throws IOException;

    /** Sends what was left; returns whether nothing is left any more. */
    boolean flush() throws IOException;
}
