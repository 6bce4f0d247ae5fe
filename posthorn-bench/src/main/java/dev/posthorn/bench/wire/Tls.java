package dev.posthorn.bench.wire;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The server's side of TLS for all connections of one loop, which share two large buffers. */
public final class Tls {
    /** One record at most, and a margin for what an engine wants above it. */
    private static final int RECORD_BYTES = 32 * 1024;

    private final SSLContext context;
    private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD_BYTES);
    private final ByteBuffer plain = ByteBuffer.allocate(Inbox.BYTES + RECORD_BYTES);

    /** {@code context} knows the certificate to show. */
    public Tls(SSLContext context) {
        this.context = context;
    }

    Transport transport(SocketChannel channel) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsTransport(channel, engine, this);
    }

    /** Empty; valid until the next call. */
    ByteBuffer record() {
        return record.clear();
    }

    /** Empty; valid until the next call. */
    ByteBuffer plain() {
        return plain.clear();
    }
}
