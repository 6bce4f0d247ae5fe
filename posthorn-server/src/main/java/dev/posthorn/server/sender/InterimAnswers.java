package dev.posthorn.server.sender;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops the interim answers (1xx) of HTTP/1.1, up to a number. Vert.x knows two of them and takes
 * any other, such as 102, for the answer.
 */
final class InterimAnswers extends ChannelInboundHandlerAdapter {
    private int dropped;
    private boolean dropping;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse head) {
            dropping = isInterim(head);
            dropped = dropping ? dropped + 1 : 0;
        }
        if (!dropping) {
            context.fireChannelRead(message);
            return;
        }
        dropping = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        if (dropped > Limits.INTERIM_ANSWERS) {
            context.fireExceptionCaught(new TooManyInterimAnswers());
            var _ = context.close();
        }
    }

    private static boolean isInterim(HttpResponse head) {
        return ((HttpObject) head).decoderResult().isSuccess()
                && head.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && head.status().code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    }
}
