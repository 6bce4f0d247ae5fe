package dev.posthorn.server.sender;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;

/** Drops the interim answers (1xx) of HTTP/2, up to a number: see {@link InterimAnswers}. */
final class InterimFrames extends Http2FrameListenerDecorator {
    /** Over all requests that wait on one connection. */
    private static final int MOST = Limits.INTERIM_ANSWERS * Limits.STREAMS;

    private int dropped;

    InterimFrames(Http2FrameListener listener) {
        super(listener);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int streamId,
            Http2Headers headers,
            int streamDependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean endStream)
            throws Http2Exception {
        if (!drops(context, headers)) {
            super.onHeadersRead(
                    context,
                    streamId,
                    headers,
                    streamDependency,
                    weight,
                    exclusive,
                    padding,
                    endStream);
        }
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int streamId,
            Http2Headers headers,
            int padding,
            boolean endStream)
            throws Http2Exception {
        if (!drops(context, headers)) {
            super.onHeadersRead(context, streamId, headers, padding, endStream);
        }
    }

    private boolean drops(ChannelHandlerContext context, Http2Headers headers) {
        CharSequence status = headers.status();
        boolean interim = status != null && status.length() == 3 && status.charAt(0) == '1';
        dropped = interim ? dropped + 1 : 0;
        if (dropped > MOST) {
            var _ = context.close();
        }
        return interim;
    }
}
