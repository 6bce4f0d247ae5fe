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

    /** Behind a proxy it comes into a pipeline that is connected already. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        if (context.channel().isActive()) {
            connected(context);
        }
        super.handlerAdded(context);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        connected(context);
        super.channelActive(context);
    }

    private void connected(ChannelHandlerContext context) {
        connectedNanos = System.nanoTime();
        long limit = Limits.TLS_TIMEOUT.plus(Limits.CONNECT_TIMEOUT).toMillis();
        var _ =
                context.executor()
                        .schedule(() -> closeUnlessTaken(context), limit, TimeUnit.MILLISECONDS);
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

    /**
     * Before the handshake is done its future tells; else Netty would log what anyone can cause.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        if (handshakeFuture().isSuccess()) {
            super.exceptionCaught(context, cause);
        }
    }
}
