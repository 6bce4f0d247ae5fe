package dev.posthorn.server.sender;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Notes when the first byte of an HTTP/1.1 answer came. Sits before the codec: half a status line
 * is no answer yet, but enough to know that the receiver had the request.
 */
final class AnswerWatch extends ChannelInboundHandlerAdapter {
    private static final long NONE = 0;

    private long firstByteNanos = NONE;

    void nextAnswer() {
        firstByteNanos = NONE;
    }

    boolean sawBytes() {
        return firstByteNanos != NONE;
    }

    long firstByteNanos() {
        return firstByteNanos;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (firstByteNanos == NONE) {
            firstByteNanos = System.nanoTime();
        }
        context.fireChannelRead(message);
    }
}
