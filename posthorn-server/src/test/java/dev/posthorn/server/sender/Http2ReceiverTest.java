package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.TestCertificates;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.KeyCertOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that offer HTTP/2 in TLS get it; what they do wrong there ends as a value too. */
class Http2ReceiverTest {
    private static final String NAME = "receiver.example.com";

    @TempDir static Path folder;

    private static KeyManagerFactory keys;
    private static Vertx vertx;
    private static TestSender sender;

    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeAll
    static void start() {
        TestCertificates certificates = new TestCertificates(folder);
        keys = certificates.keys("dns:" + NAME);
        vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        sender =
                new TestSender(
                        EgressSettings.DEFAULTS.forDevelopment(),
                        new ScriptedNames().answer(NAME, "127.0.0.1"),
                        certificates.trust());
    }

    @AfterAll
    static void stop() {
        sender.close();
        vertx.close().await();
    }

    @AfterEach
    void close() {
        server.close().await();
    }

    @Test
    void speaks_http2_where_it_is_offered() {
        String url =
                listening(request ->
                        request.body()
                                .onSuccess(body -> {
                                    seen.add(
                                            request.version()
                                                    + " "
                                                    + request.method()
                                                    + " "
                                                    + request.authority()
                                                    + " "
                                                    + request.uri()
                                                    + " "
                                                    + request.getHeader("X-A")
                                                    + " "
                                                    + body);
                                    request.response()
                                            .setStatusCode(201)
                                            .putHeader("X-B", "2")
                                            .end("hello");
                                }));

        Exchange exchange =
                sender.send(
                        new OutgoingRequest(
                                "PUT", url + "/a?b", new String[] {"X-A", "1"}, new byte[] {'x'}));

        assertThat(seen)
                .containsExactly(HttpVersion.HTTP_2 + " PUT " + url.substring(8) + " /a?b 1 x");
        assertThat(exchange.outcome()).isEqualTo(new Delivered(201));
        assertThat(exchange.response().body()).containsExactly('h', 'e', 'l', 'l', 'o');
        assertThat(exchange.response().headers())
                .containsSequence("x-b", "2")
                .noneMatch(text -> text.startsWith(":"));
        assertThat(exchange.ip()).isEqualTo("127.0.0.1");
    }

    @Test
    void many_requests_share_a_connection() {
        List<HttpServerRequest> waiting = new ArrayList<>();
        String url =
                listening(request -> {
                    waiting.add(request);
                    if (request.uri().equals("/first") || waiting.size() == 50) {
                        waiting.forEach(each -> each.response().end());
                        waiting.clear();
                    }
                });
        sender.post(url + "/first");

        List<Exchange> exchanges = all(url, 50);

        assertThat(exchanges)
                .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(new Delivered(200)));
        assertThat(connections).hasValue(1);
    }

    @Test
    void a_second_connection_is_made_when_the_first_is_full() {
        List<HttpServerRequest> waiting = new ArrayList<>();
        String url =
                listening(
                        2,
                        request -> {
                            waiting.add(request);
                            if (request.uri().equals("/first")) {
                                waiting.clear();
                                request.response().end();
                            } else if (waiting.size() == 5) {
                                waiting.forEach(each -> each.response().end());
                            }
                        });
        sender.post(url + "/first");

        List<Exchange> exchanges = all(url, 5);

        assertThat(exchanges)
                .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(new Delivered(200)));
        assertThat(connections.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_request_that_hangs_is_given_up_alone() {
        Duration tight = Duration.ofMillis(300);
        String url =
                listening(request -> {
                    if (request.uri().equals("/hang")) {
                        request.response().setChunked(true);
                    } else {
                        request.response().end();
                    }
                });
        sender.post(url + "/first");
        var hanging = sender.start(TestSender.request("POST", url + "/hang", "{}"), tight);
        Exchange beside = sender.post(url + "/beside");

        assertThat(beside.outcome()).isEqualTo(new Delivered(200));
        assertThat(TestSender.await(hanging).outcome()).isEqualTo(new TimedOut(tight));
        assertThat(connections).hasValue(1);
    }

    @Test
    void a_connection_where_a_request_got_no_answer_takes_no_more() {
        Duration tight = Duration.ofMillis(300);
        String url =
                listening(request -> {
                    if (!request.uri().equals("/hang")) {
                        request.response().end();
                    }
                });
        sender.post(url + "/first");
        TestSender.await(sender.start(TestSender.request("POST", url + "/hang", "{}"), tight));
        sender.post(url + "/after");

        assertThat(connections).hasValue(2);
    }

    @Test
    void a_stream_that_is_reset_is_no_answer() {
        String url = listening(request -> request.response().reset(2));

        assertThat(sender.post(url + "/").outcome())
                .isEqualTo(
                        new Unreachable(
                                Fault.CONNECTION_RESET,
                                url.substring(8) + " ended the connection before it answered."));
    }

    @Test
    void a_kept_connection_that_goes_away_is_replaced_without_a_word() {
        String url =
                listening(request -> {
                    if (request.uri().equals("/die") && connections.get() == 1) {
                        var _ = request.connection().close();
                    } else {
                        request.response().end();
                    }
                });
        sender.post(url + "/first");

        assertThat(sender.post(url + "/die").outcome()).isEqualTo(new Delivered(200));
        assertThat(connections).hasValue(2);
    }

    @Test
    void a_connection_that_says_goodbye_takes_no_more() {
        String url =
                listening(request -> {
                    request.response().end();
                    var _ = request.connection().shutdown();
                });

        for (int i = 0; i < 3; i++) {
            assertThat(sender.post(url + "/" + i).outcome()).isEqualTo(new Delivered(200));
        }
    }

    @Test
    void interim_answers_are_passed_over() {
        String url =
                listening(request -> {
                    request.response().writeContinue();
                    request.response()
                            .writeEarlyHints(
                                    MultiMap.caseInsensitiveMultiMap().add("link", "</a>"));
                    request.response().setStatusCode(429).putHeader("Retry-After", "7").end();
                });

        assertThat(sender.post(url + "/").outcome())
                .isEqualTo(new Rejected(429, Duration.ofSeconds(7)));
    }

    @Test
    void a_body_that_is_too_long_is_cut_off_and_the_connection_stays() {
        String url =
                listening(request -> request.response().end(Buffer.buffer(new byte[1_000_000])));

        for (int i = 0; i < 20; i++) {
            Exchange exchange = sender.post(url + "/");

            assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
            assertThat(exchange.response().body()).hasSize(16 * 1024);
            assertThat(exchange.response().truncated()).isTrue();
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void headers_without_measure_are_refused() {
        String url =
                listening(
                        request -> request.response().putHeader("X-Big", "x".repeat(60_000)).end());

        assertThat(sender.post(url + "/").outcome()).isInstanceOf(Unreachable.class);
    }

    private static List<Exchange> all(String url, int count) {
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            exchanges.add(
                    sender.start(
                            TestSender.request("POST", url + "/" + i, "{}"), TestSender.DEADLINE));
        }
        return exchanges.stream().map(TestSender::await).toList();
    }

    private String listening(Handler<HttpServerRequest> receiver) {
        return listening(100, receiver);
    }

    private String listening(int streams, Handler<HttpServerRequest> receiver) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(KeyCertOptions.wrap(keys));
        options.getInitialSettings().setMaxConcurrentStreams(streams);
        server =
                vertx.createHttpServer(options)
                        .connectionHandler(_ -> connections.incrementAndGet())
                        .requestHandler(receiver)
                        .listen(0, "127.0.0.1")
                        .await();
        return "https://" + NAME + ":" + server.actualPort();
    }
}
