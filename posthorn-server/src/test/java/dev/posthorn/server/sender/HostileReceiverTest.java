package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that are slow, broken or out to get us: each ends as a value, in time. */
class HostileReceiverTest {
    /** Short, so that waiting for it does not make the tests slow. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static TestSender sender;

    @BeforeAll
    static void start() {
        sender = TestSender.onLoopback();
    }

    @AfterAll
    static void stop() {
        sender.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 12, 17, 18, 35, 37})
    void gives_up_at_the_deadline_wherever_in_the_head_it_hangs(int bytes) {
        AttemptOutcome outcome =
                outcome(
                        SHORT,
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(OK.substring(0, bytes));
                            conversation.hang();
                        });

        assertThat(outcome).isEqualTo(new TimedOut(SHORT));
    }

    @Test
    void holds_a_head_that_drips_to_the_deadline() {
        AttemptOutcome outcome =
                outcome(
                        SHORT,
                        conversation -> {
                            conversation.readRequest();
                            conversation.drip(OK, Duration.ofMillis(40));
                        });

        assertThat(outcome).isEqualTo(new TimedOut(SHORT));
    }

    @Test
    void says_how_long_it_waited() {
        try (var receiver = ScriptedReceiver.listening(conversation -> conversation.hang())) {
            Exchange exchange = sender.post(receiver.url("/"), SHORT);

            assertThat(exchange.message()).isEqualTo("The receiver did not answer within 300 ms.");
            assertThat(exchange.ip()).isEqualTo("127.0.0.1");
            assertThat(exchange.response()).isNull();
            assertThat(exchange.timings().totalMicros()).isBetween(300_000, 3_000_000);
        }
    }

    @Test
    void a_receiver_that_never_reads_meets_the_deadline() {
        AttemptOutcome outcome =
                exchange(SHORT, "x".repeat(8_000_000), conversation -> conversation.ignore())
                        .outcome();

        assertThat(outcome).isEqualTo(new TimedOut(SHORT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 30, 37})
    void an_end_before_the_head_is_whole_is_no_answer(int bytes) {
        AttemptOutcome outcome = outcome(Script.answeringOnce(OK.substring(0, bytes)));

        assertThat(outcome)
                .isEqualTo(
                        new Unreachable(
                                Fault.CONNECTION_RESET,
                                "RECEIVER ended the connection before it answered."));
    }

    @Test
    void so_is_a_reset() {
        AttemptOutcome outcome =
                outcome(conversation -> {
                    conversation.readHead();
                    conversation.reset();
                });

        assertThat(outcome)
                .isEqualTo(
                        new Unreachable(
                                Fault.CONNECTION_RESET,
                                "RECEIVER ended the connection before it answered."));
    }

    @Test
    void a_port_nobody_listens_on_gives_no_connection() throws IOException {
        // Bound, so that nobody else gets the port meanwhile, but not listening.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String host = "127.0.0.1:" + held.getLocalPort();

            Exchange exchange = sender.post("http://" + host + "/");

            assertThat(exchange.outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.CONNECTION_REFUSED,
                                    "No connection could be made to " + host + "."));
            assertThat(exchange.ip()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "220 mail.example.com ESMTP\r\n\r\n",
                "-ERR unknown command\r\n\r\n",
                "\u0000\u0000\u0012\u0004\u0000\u0000\u0000\u0000\u0000\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "<html>hello</html>\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
            })
    void garbage_instead_of_http_is_said_so(String garbage) {
        assertThat(outcome(Script.answeringOnce(garbage)))
                .isEqualTo(
                        new Unreachable(
                                Fault.PROTOCOL, "What RECEIVER answered is not valid HTTP."));
    }

    @Test
    void random_bytes_end_as_a_value_too() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            Script script =
                    conversation -> {
                        conversation.readRequest();
                        conversation.send(random.nextBoolean() ? "HTTP/1.1 200" : "");
                        conversation.send(bytes);
                    };
            assertThat(outcome(Duration.ofSeconds(2), script)).isNotNull();
        }
    }

    @Test
    void headers_without_end_are_cut_off_early() {
        AttemptOutcome outcome =
                outcome(conversation -> {
                    conversation.readRequest();
                    conversation.send("HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 10_000; i++) {
                        conversation.send("X-Header-" + i + ": some value\r\n");
                    }
                    conversation.hang();
                });

        assertThat(outcome)
                .isEqualTo(
                        new Unreachable(
                                Fault.PROTOCOL, "What RECEIVER answered is not valid HTTP."));
    }

    @Test
    void one_header_without_end_is_cut_off_early() {
        AttemptOutcome outcome =
                outcome(conversation -> {
                    conversation.readRequest();
                    conversation.send("HTTP/1.1 200 OK\r\nX: ");
                    for (int i = 0; i < 1_000; i++) {
                        conversation.send("x".repeat(1024));
                    }
                    conversation.hang();
                });

        assertThat(outcome).isInstanceOf(Unreachable.class);
    }

    @Test
    void keeps_no_more_headers_than_a_log_needs() {
        StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (int i = 0; i < 500; i++) {
            answer.append("X-").append(i).append(": some value\r\n");
        }
        Exchange exchange = exchange(TestSender.DEADLINE, "", Script.answering(answer + "\r\n"));

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().headers()).hasSize(2 * Limits.KEPT_HEADERS);
    }

    @Test
    void a_body_of_a_gigabyte_is_cut_off() {
        Exchange exchange =
                exchange(
                        TestSender.DEADLINE,
                        "",
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(
                                    "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
                            for (int i = 0; i < 16 * 1024; i++) {
                                conversation.send(new byte[64 * 1024]);
                            }
                        });

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().body()).hasSize(16 * 1024);
        assertThat(exchange.response().truncated()).isTrue();
        assertThat(exchange.timings().totalMicros()).isLessThan(4_000_000);
    }

    @Test
    void a_2xx_is_delivered_though_its_body_drips_for_ever() {
        Exchange exchange =
                exchange(
                        SHORT,
                        "",
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(
                                    "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n");
                            conversation.drip("x".repeat(100), Duration.ofMillis(20));
                        });

        assertThat(exchange.outcome()).isEqualTo(new Delivered(202));
        assertThat(exchange.response().truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\nshort",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\nhello",
                "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5;ext=\"\u0000\r\nhello",
            })
    void a_2xx_is_delivered_though_its_body_is_broken(String rest) {
        Exchange exchange =
                exchange(
                        TestSender.DEADLINE,
                        "",
                        Script.answeringOnce("HTTP/1.1 200 OK\r\n" + rest));

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().truncated()).isTrue();
    }

    @Test
    void the_head_of_a_failure_decides_too() {
        Exchange exchange =
                exchange(
                        SHORT,
                        "",
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(
                                    "HTTP/1.1 500 Oops\r\nContent-Length: 10\r\n\r\noops");
                            conversation.hang();
                        });

        assertThat(exchange.outcome()).isEqualTo(new Rejected(500, null));
        assertThat(exchange.response().body()).isEqualTo(new byte[] {'o', 'o', 'p', 's'});
    }

    @Test
    void interim_answers_are_passed_over() {
        Exchange exchange =
                exchange(
                        TestSender.DEADLINE,
                        "",
                        Script.answering(
                                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                                        + "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                        + "HTTP/1.1 199 Whatever\r\n\r\n"
                                        + OK));

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().headers()).containsExactly("Content-Length", "2");
    }

    @Test
    void interim_answers_without_end_are_cut_off_early() {
        AttemptOutcome outcome =
                outcome(conversation -> {
                    conversation.readRequest();
                    for (int i = 0; i < 100_000; i++) {
                        conversation.send("HTTP/1.1 102 Processing\r\n\r\n");
                    }
                });

        assertThat(outcome)
                .isEqualTo(
                        new Unreachable(
                                Fault.PROTOCOL, "What RECEIVER answered is not valid HTTP."));
    }

    @Test
    void switching_protocols_is_no_success() {
        AttemptOutcome outcome =
                outcome(
                        Script.answeringOnce(
                                "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"));

        assertThat(outcome).isEqualTo(new Rejected(101, null));
    }

    @Test
    void an_answer_that_is_there_before_the_request_is_no_answer() {
        AttemptOutcome outcome =
                outcome(conversation -> {
                    conversation.send(OK);
                    conversation.hang();
                });

        assertThat(outcome).isIn(new Delivered(200), reset(), notHttp());
    }

    @Test
    void compressed_bodies_stay_as_they_are() {
        byte[] bomb = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
        Exchange exchange =
                exchange(
                        TestSender.DEADLINE,
                        "",
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(
                                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n");
                            conversation.send(bomb);
                        });

        assertThat(exchange.response().body()).isEqualTo(bomb);
    }

    private static AttemptOutcome reset() {
        return new Unreachable(
                Fault.CONNECTION_RESET, "RECEIVER ended the connection before it answered.");
    }

    private static AttemptOutcome notHttp() {
        return new Unreachable(Fault.PROTOCOL, "What RECEIVER answered is not valid HTTP.");
    }

    private static AttemptOutcome outcome(Script script) {
        return outcome(TestSender.DEADLINE, script);
    }

    private static AttemptOutcome outcome(Duration deadline, Script script) {
        return exchange(deadline, "{}", script).outcome();
    }

    /** The exchange with a receiver of that script; its host and port read RECEIVER in messages. */
    private static Exchange exchange(Duration deadline, String body, Script script) {
        try (var receiver = ScriptedReceiver.listening(script)) {
            String url = receiver.url("/");
            Exchange exchange =
                    TestSender.await(sender.start(TestSender.request("POST", url, body), deadline));
            String host = url.substring("http://".length(), url.length() - 1);
            return exchange.outcome() instanceof Unreachable(Fault fault, String message)
                    ? new Exchange(
                            new Unreachable(fault, message.replace(host, "RECEIVER")),
                            exchange.response(),
                            exchange.timings(),
                            exchange.ip(),
                            exchange.message())
                    : exchange;
        }
    }
}
