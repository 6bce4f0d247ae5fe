package dev.posthorn.server.sender;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.impl.UnpooledHttpClientConnection;
import java.net.InetAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** One connection to a receiver, over which requests go. Belongs to one loop. */
final class Connection {
    private static final RequestOptions NOTHING_SET = new RequestOptions();

    private final Origin origin;
    private final InetAddress address;
    private final String ip;
    private final HttpClientConnection http;
    private final boolean http2;
    private final @Nullable AnswerWatch watch;
    private final long bornNanos;
    private int connectMicros;
    private int tlsMicros;
    private int uses;
    private int inFlight;
    private long idleSinceNanos;
    private boolean retired;
    private boolean closed;

    Connection(Origin origin, InetAddress address, HttpClientConnection http, long nowNanos) {
        this.origin = origin;
        this.address = address;
        this.ip = address.getHostAddress();
        this.http = http;
        this.http2 = http.protocolVersion() == HttpVersion.HTTP_2;
        this.watch = http2 ? null : new AnswerWatch();
        this.bornNanos = nowNanos;
        install(pipeline(http), watch);
        // Whoever waits for an answer is told; else Vert.x would log what any receiver can cause.
        http.exceptionHandler(_ -> {});
        if (http2) {
            http.goAwayHandler(_ -> retired = true);
        }
    }

    /** The one place that reaches through Vert.x to its channel. */
    static ChannelPipeline pipeline(HttpClientConnection http) {
        return ((UnpooledHttpClientConnection) http).unwrap().channelHandlerContext().pipeline();
    }

    private static void install(ChannelPipeline pipeline, @Nullable AnswerWatch watch) {
        if (watch == null) {
            var decoder = pipeline.get(Http2ConnectionHandler.class).decoder();
            decoder.frameListener(new InterimFrames(decoder.frameListener()));
            return;
        }
        String codec = pipeline.context(HttpClientCodec.class).name();
        pipeline.addBefore(codec, "answer-watch", watch);
        pipeline.addAfter(codec, "interim-answers", new InterimAnswers());
    }

    void whenClosed(Runnable action) {
        http.closeHandler(_ -> {
            closed = true;
            action.run();
        });
    }

    Origin origin() {
        return origin;
    }

    InetAddress address() {
        return address;
    }

    /** Text of the address. */
    String ip() {
        return ip;
    }

    boolean isHttp2() {
        return http2;
    }

    boolean isClosed() {
        return closed;
    }

    /** The other end of the socket; null when it closed already. */
    @Nullable SocketAddress remoteAddress() {
        return pipeline(http).channel().remoteAddress();
    }

    /** What making it took. */
    void madeIn(int connect, int tls) {
        connectMicros = connect;
        tlsMicros = tls;
    }

    int connectMicros() {
        return connectMicros;
    }

    /** -1 without TLS. */
    int tlsMicros() {
        return tlsMicros;
    }

    /** Whether a request before this one went over it. */
    boolean isReused() {
        return uses > 1;
    }

    /** Whether it can carry one more request. */
    boolean hasRoom(long nowNanos) {
        return !closed
                && !retired
                && nowNanos - bornNanos < Limits.LIFE.toNanos()
                && inFlight < (http2 ? Math.min(Limits.STREAMS, http.maxActiveStreams()) : 1);
    }

    /** It takes no more requests. */
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    boolean isUnused() {
        return inFlight == 0;
    }

    /** Whether it waited so long that the receiver may be closing it. */
    boolean isStale(long nowNanos) {
        return closed
                || nowNanos - idleSinceNanos >= Limits.IDLE.toNanos()
                || nowNanos - bornNanos >= Limits.LIFE.toNanos();
    }

    Future<HttpClientRequest> begin() {
        uses++;
        inFlight++;
        if (watch != null) {
            watch.nextAnswer();
        }
        return http.request(NOTHING_SET);
    }

    void ended(long nowNanos) {
        inFlight--;
        rest(nowNanos);
    }

    /** From now on it waits for the next request. */
    void rest(long nowNanos) {
        idleSinceNanos = nowNanos;
    }

    /** Whether the receiver began to answer, as far as the connection can tell. */
    boolean sawAnswer() {
        return watch != null && watch.sawBytes();
    }

    /** When the first byte of the answer came. */
    long firstByteNanos(long nowNanos) {
        return watch != null && watch.sawBytes() ? watch.firstByteNanos() : nowNanos;
    }

    void close() {
        closed = true;
        var _ = http.close();
    }
}
