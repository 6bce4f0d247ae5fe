package dev.posthorn.server.hostile.receiver;

import static dev.posthorn.server.hostile.receiver.Against.NOT_HTTP;
import static dev.posthorn.server.hostile.receiver.Against.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that speak something else, or HTTP as nobody should. */
class GarbageReceiverTest {
    private static Against against;

    @BeforeAll
    static void start() {
        against = new Against();
    }

    @AfterAll
    static void stop() {
        against.close();
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
        assertThat(against.outcome(Script.answeringOnce(garbage))).isEqualTo(NOT_HTTP);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 600, 999, 1000, 99999, -200})
    void a_status_that_is_none_is_no_success(int status) {
        assertThat(
                        against.outcome(
                                Against.SHORT,
                                Script.answeringOnce(
                                        "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")))
                .isNotInstanceOf(Delivered.class);
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
            assertThat(against.outcome(Duration.ofSeconds(2), script)).isNotNull();
        }
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
        Exchange exchange = against.exchange(Script.answeringOnce("HTTP/1.1 200 OK\r\n" + rest));

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\nConnection: close\r\n\r\n",
                "X: a\r\n folded\r\nContent-Length: 0\r\n\r\n",
                "X: a\u0000b\r\nContent-Length: 0\r\n\r\n",
                "X : a\r\nContent-Length: 0\r\n\r\n",
                ": nameless\r\nContent-Length: 0\r\n\r\n",
                "no colon\r\nContent-Length: 0\r\n\r\n",
                "X: a\rSet-Cookie: b\r\nContent-Length: 0\r\n\r\n",
                "X: a\nContent-Length: 0\n\n",
            })
    void headers_that_readers_disagree_about_end_as_a_value(String rest) {
        assertThat(against.outcome(Script.answeringOnce("HTTP/1.1 200 OK\r\n" + rest)))
                .isIn(NOT_HTTP, new Delivered(200));
    }

    @Test
    void a_second_answer_behind_the_first_is_not_taken_for_the_next_requests() {
        Script two =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(OK + "HTTP/1.1 500 Planted\r\nContent-Length: 0\r\n\r\n");
                    conversation.readRequest();
                    conversation.hang();
                };
        Script honest = Script.status(204);
        try (var receiver = ScriptedReceiver.listening(two, honest)) {
            assertThat(against.sender().post(receiver.url("/")).outcome())
                    .isEqualTo(new Delivered(200));
            assertThat(against.sender().post(receiver.url("/")).outcome())
                    .isNotEqualTo(new Rejected(500, null));
        }
    }

    @Test
    void a_body_where_none_may_be_is_not_the_next_answer() {
        Script planting =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(
                            "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 500 Planted\r\nContent-Length:"
                                    + " 0\r\n\r\n");
                    conversation.readRequest();
                    conversation.hang();
                };
        try (var receiver = ScriptedReceiver.listening(planting, Script.status(204))) {
            assertThat(against.sender().post(receiver.url("/")).outcome())
                    .isEqualTo(new Delivered(204));
            assertThat(against.sender().post(receiver.url("/")).outcome())
                    .isNotEqualTo(new Rejected(500, null));
        }
    }

    @Test
    void interim_answers_are_passed_over() {
        Exchange exchange =
                against.exchange(
                        Script.answering(
                                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                                        + "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                        + "HTTP/1.1 199 Whatever\r\n\r\n"
                                        + OK));

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().headers()).containsExactly("Content-Length", "2");
    }

    @Test
    void switching_protocols_is_no_success() {
        assertThat(
                        against.outcome(
                                Script.answeringOnce(
                                        "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection:"
                                                + " upgrade\r\n\r\n")))
                .isEqualTo(new Rejected(101, null));
    }

    @Test
    void an_old_answer_of_http_1_0_is_an_answer() {
        assertThat(against.outcome(Script.answeringOnce("HTTP/1.0 200 OK\r\n\r\nbye")))
                .isEqualTo(new Delivered(200));
    }
}
