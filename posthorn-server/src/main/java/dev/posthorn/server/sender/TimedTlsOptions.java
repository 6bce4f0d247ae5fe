package dev.posthorn.server.sender;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.DefaultSslContextFactory;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * The JDK's TLS with a {@link TimedTlsHandler} in each connection. Handshakes are worked out on
 * Vert.x's own worker threads, so that a storm of them does not hold up everyone else's requests.
 */
final class TimedTlsOptions extends JdkSSLEngineOptions {
    TimedTlsOptions() {
        setUseWorkerThread(true);
    }

    @Override
    public TimedTlsOptions copy() {
        return this;
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new DefaultSslContextFactory(SslProvider.JDK, false) {
            @Override
            public SslContext create() throws SSLException {
                return new TimedContext(super.create());
            }
        };
    }

    private static final class TimedContext extends DelegatingSslContext {
        TimedContext(SslContext context) {
            super(context);
        }

        @Override
        protected SslHandler newHandler(
                ByteBufAllocator alloc,
                String peerHost,
                int peerPort,
                boolean startTls,
                Executor executor) {
            return new TimedTlsHandler(newEngine(alloc, peerHost, peerPort), startTls, executor);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            // As the context made it.
        }
    }
}
