package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each status comes to. */
class AnswerTest {
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
    @ValueSource(ints = {200, 201, 202, 204, 205, 299})
    void every_2xx_is_delivered(int status) {
        Exchange exchange = answering("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n");

        assertThat(exchange.outcome()).isEqualTo(new Delivered(status));
        assertThat(exchange.message()).isNull();
        assertThat(exchange.response().body()).isEmpty();
        assertThat(exchange.response().truncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 404, 410, 422, 500, 503, 599, 600, 999})
    void everything_else_is_rejected(int status) {
        Exchange exchange = answering("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n");

        assertThat(exchange.outcome()).isEqualTo(new Rejected(status, null));
    }

    @Test
    void says_the_status() {
        assertThat(answering("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n").message())
                .isEqualTo("The receiver answered 410.");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_a_rejection_and_never_followed(int status) {
        try (var inside = ScriptedReceiver.listening(Script.status(200));
                var receiver =
                        ScriptedReceiver.listening(
                                Script.answering(
                                        "HTTP/1.1 %d x\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                                                .formatted(status, inside.url("/secret"))))) {
            Exchange exchange = sender.post(receiver.url("/"));

            assertThat(exchange.outcome()).isEqualTo(new Rejected(status, null));
            assertThat(exchange.message())
                    .isEqualTo(
                            "The receiver answered "
                                    + status
                                    + ", a redirect. Redirects are never followed: set the"
                                    + " endpoint's URL to where it leads.");
            assertThat(inside.connections()).isZero();
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void passes_on_how_long_the_receiver_wants_to_be_left_alone() {
        assertThat(retryAfter("121")).isEqualTo(new Rejected(429, Duration.ofSeconds(121)));
        assertThat(retryAfter("999999999")).isEqualTo(new Rejected(429, Duration.ofHours(24)));
        assertThat(retryAfter("soon")).isEqualTo(new Rejected(429, null));
        assertThat(retryAfter("Wed, 21 Oct 2015 07:28:00 GMT"))
                .isEqualTo(new Rejected(429, Duration.ZERO));
    }

    @Test
    void keeps_16_kib_of_a_body_and_reads_the_rest() {
        Exchange exchange =
                answering(
                        "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
                                + "0123456789abcdef".repeat(6_250));

        assertThat(exchange.response().body()).hasSize(16 * 1024).endsWith('e', 'f');
        assertThat(exchange.response().truncated()).isTrue();
    }

    @Test
    void a_body_of_16_kib_is_kept_whole() {
        Exchange exchange =
                answering("HTTP/1.1 200 OK\r\nContent-Length: 16384\r\n\r\n" + "x".repeat(16_384));

        assertThat(exchange.response().body()).hasSize(16 * 1024);
        assertThat(exchange.response().truncated()).isFalse();
    }

    @Test
    void a_body_that_ends_with_the_connection_is_whole() {
        Exchange exchange = answering("HTTP/1.0 200 OK\r\n\r\nhello");

        assertThat(exchange.response().body()).containsExactly('h', 'e', 'l', 'l', 'o');
        assertThat(exchange.response().truncated()).isFalse();
    }

    @Test
    void chunks_are_put_together() {
        String chunks = "2\r\nhe\r\n3;a=b\r\nllo\r\n0\r\nX-Trailer: 1\r\n\r\n";
        Exchange exchange =
                answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(exchange.response().body()).containsExactly('h', 'e', 'l', 'l', 'o');
    }

    private static Object retryAfter(String value) {
        return answering(
                        "HTTP/1.1 429 x\r\nRetry-After: " + value + "\r\nContent-Length: 0\r\n\r\n")
                .outcome();
    }

    private static Exchange answering(String answer) {
        try (var receiver = ScriptedReceiver.listening(Script.answeringOnce(answer))) {
            return sender.post(receiver.url("/"));
        }
    }
}
