package dev.posthorn.server.sender;

import io.vertx.core.Vertx;
import io.vertx.core.http.Http1ClientConfig;
import io.vertx.core.http.Http2ClientConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's client set up for receivers. Only its connections are used, not its pool: that would
 * queue, keep connections by its own rules and not say which request met an old one.
 */
final class ReceiverClient {
    /** HTTP/2 where the receiver offers it in TLS, never by upgrade. */
    private static final List<HttpVersion> VERSIONS =
            List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1);

    private ReceiverClient() {}

    static HttpClientAgent create(Vertx vertx, @Nullable TrustOptions trust) {
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

    private static ClientSSLOptions tls(@Nullable TrustOptions trust) {
        ClientSSLOptions options =
                new ClientSSLOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setSslHandshakeTimeout(Limits.TLS_TIMEOUT.toMillis())
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        return trust == null ? options : options.setTrustOptions(trust);
    }
}
