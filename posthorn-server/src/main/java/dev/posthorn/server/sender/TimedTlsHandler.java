package dev.posthorn.server.sender;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;

/**
 * Knows when TCP was connected, which tells the time for TCP from the time for TLS. It also closes
 * a connection that shakes hands and then never becomes one for HTTP, which nothing else would.
 */
final class TimedTlsHandler extends SslHandler {
    private long connectedNanos;
    private boolean taken;

    TimedTlsHandler(SSLEngine engine, boolean startTls, Executor executor) {
        super(engine, startTls, executor);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        connectedNanos = System.nanoTime();
        long limit = Limits.TLS_TIMEOUT.plus(Limits.CONNECT_TIMEOUT).toMillis();
        var _ =
                context.executor()
                        .schedule(() -> closeUnlessTaken(context), limit, TimeUnit.MILLISECONDS);
        super.channelActive(context);
    }

    /** Called when the connection is in use; answers when TCP was connected. */
    long take() {
        taken = true;
        return connectedNanos;
    }

    private void closeUnlessTaken(ChannelHandlerContext context) {
        if (!taken) {
            var _ = context.close();
        }
    }
}
