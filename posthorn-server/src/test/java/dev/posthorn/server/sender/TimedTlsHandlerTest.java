package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.ImmediateExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class TimedTlsHandlerTest {
    private static final long LIMIT_MILLIS =
            Limits.CONNECT_TIMEOUT.plus(Limits.TLS_TIMEOUT).toMillis();

    /** Real time that may have passed between the channel's start and the freeze. */
    private static final long UNFROZEN_MILLIS = 1_000;

    @Test
    void closes_what_never_became_a_connection_for_http() throws Exception {
        EmbeddedChannel channel = new EmbeddedChannel(handler());
        channel.freezeTime();

        pass(channel, LIMIT_MILLIS - UNFROZEN_MILLIS);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, UNFROZEN_MILLIS);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leaves_alone_what_was_taken() throws Exception {
        TimedTlsHandler handler = handler();
        EmbeddedChannel channel = new EmbeddedChannel(handler);
        handler.take();

        pass(channel, LIMIT_MILLIS);
        assertThat(channel.isOpen()).isTrue();
    }

    private static void pass(EmbeddedChannel channel, long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private static TimedTlsHandler handler() throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("example.com", 443);
        engine.setUseClientMode(true);
        TimedTlsHandler handler = new TimedTlsHandler(engine, false, ImmediateExecutor.INSTANCE);
        handler.setHandshakeTimeout(0, TimeUnit.MILLISECONDS);
        return handler;
    }
}
