package dev.posthorn.server.sender;

import dev.posthorn.server.egress.EgressProxy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http1ClientConfig;
import io.vertx.core.http.Http2ClientConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's client set up for receivers. Only its connections are used, not its pool: that would
 * queue, keep connections by its own rules and not say which request met an old one. It knows no
 * proxy but the operator's: what the JVM or the environment name is not looked at.
 */
final class ReceiverClient {
    /** HTTP/2 where the receiver offers it in TLS, never by upgrade. */
    private static final List<HttpVersion> VERSIONS =
            List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1);

    private final HttpClientAgent client;
    private final @Nullable ProxyOptions proxy;

    ReceiverClient(Vertx vertx, @Nullable TrustOptions trust, @Nullable EgressProxy proxy) {
        this.client = client(vertx, trust);
        this.proxy = proxy == null ? null : options(proxy);
    }

    /** Dials this very address; {@code origin} gives TLS its name. */
    Future<HttpClientConnection> connect(Origin origin, InetAddress address) {
        HttpConnectOptions options =
                new HttpConnectOptions()
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        origin.port(), address.getHostAddress()))
                        .setHost(origin.host())
                        .setPort(origin.port())
                        .setSsl(origin.tls())
                        .setProxyOptions(proxy);
        if (!origin.tls()) {
            // Without TLS there is no asking for HTTP/2; upgrading in the clear is never tried.
            options.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        OneCertificate certificate = origin.certificate();
        if (certificate != null) {
            options.setSslOptions(certificate.options());
        }
        return client.connect(options);
    }

    /** Whether the other end of the socket is what was dialled. A proxy's is the proxy. */
    boolean reached(InetSocketAddress dialled, Connection connection) {
        return proxy == null
                ? dialled.equals(connection.remoteAddress())
                : connection.remoteAddress() instanceof InetSocketAddress inet
                        && inet.getPort() == proxy.getPort();
    }

    /** Ends all connections. */
    Future<Void> close() {
        return client.close();
    }

    private static HttpClientAgent client(Vertx vertx, @Nullable TrustOptions trust) {
        HttpClientConfig config =
                new HttpClientConfig()
                        .setVersions(VERSIONS)
                        .setHttp1Config(http1())
                        .setHttp2Config(http2())
                        .setConnectTimeout(Limits.CONNECT_TIMEOUT)
                        .setDecompressionEnabled(false)
                        .setVerifyHost(true);
        return vertx.httpClientBuilder()
                .with(config)
                .with(tls(trust))
                .with(new TimedTlsOptions())
                .build();
    }

    private static ProxyOptions options(EgressProxy proxy) {
        return new ProxyOptions()
                .setType(
                        switch (proxy.kind()) {
                            case HTTP -> ProxyType.HTTP;
                            case SOCKS5 -> ProxyType.SOCKS5;
                        })
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setUsername(proxy.user())
                .setPassword(proxy.password())
                .setConnectTimeout(Limits.CONNECT_TIMEOUT);
    }

    private static Http1ClientConfig http1() {
        return new Http1ClientConfig()
                .setMaxHeaderSize(Limits.HEADER_BYTES)
                .setMaxInitialLineLength(Limits.STATUS_LINE_BYTES);
    }

    private static Http2ClientConfig http2() {
        return new Http2ClientConfig()
                .setInitialSettings(
                        new Http2Settings()
                                .setPushEnabled(false)
                                .setMaxHeaderListSize(Limits.HEADER_BYTES));
    }

    static ClientSSLOptions tls(@Nullable TrustOptions trust) {
        ClientSSLOptions options =
                new ClientSSLOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setSslHandshakeTimeout(Limits.TLS_TIMEOUT.toMillis())
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        return trust == null ? options : options.setTrustOptions(trust);
    }
}
