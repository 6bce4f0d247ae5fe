package dev.posthorn.server.hostile.receiver;

import static dev.posthorn.server.hostile.receiver.Against.OK;
import static dev.posthorn.server.hostile.receiver.Against.RESET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that go away in the middle of it. */
class BrokenOffReceiverTest {
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
    @ValueSource(ints = {0, 1, 12, 30, 37})
    void an_end_before_the_head_is_whole_is_no_answer(int bytes) {
        assertThat(against.outcome(Script.answeringOnce(OK.substring(0, bytes)))).isEqualTo(RESET);
    }

    @Test
    void a_connection_closed_as_soon_as_it_is_made_is_no_answer() {
        assertThat(against.outcome(_ -> {})).isEqualTo(RESET);
    }

    @Test
    void so_is_one_reset_as_soon_as_it_is_made() {
        assertThat(against.outcome(Conversation::reset)).isEqualTo(RESET);
    }

    @Test
    void so_is_one_reset_after_the_head_of_the_request() {
        assertThat(
                        against.outcome(conversation -> {
                            conversation.readHead();
                            conversation.reset();
                        }))
                .isEqualTo(RESET);
    }

    @Test
    void so_is_one_reset_in_the_middle_of_a_long_body() {
        Script script =
                conversation -> {
                    conversation.readHead();
                    conversation.read(100_000);
                    conversation.reset();
                };

        assertThat(against.exchange(Duration.ofSeconds(5), "x".repeat(8_000_000), script).outcome())
                .isEqualTo(RESET);
    }

    @Test
    void so_is_one_reset_in_the_middle_of_the_answers_head() {
        assertThat(
                        against.outcome(conversation -> {
                            conversation.readRequest();
                            conversation.send(OK.substring(0, 20));
                            conversation.reset();
                        }))
                .isIn(RESET, Against.NOT_HTTP);
    }

    @Test
    void a_2xx_whose_connection_is_reset_in_the_body_is_delivered() {
        Exchange exchange =
                against.exchange(conversation -> {
                    conversation.readRequest();
                    conversation.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
                    conversation.pause(Duration.ofMillis(100));
                    conversation.reset();
                });

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().truncated()).isTrue();
    }

    @Test
    void a_port_nobody_listens_on_gives_no_connection() throws IOException {
        // Bound, so that nobody else gets the port meanwhile, but not listening.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String host = "127.0.0.1:" + held.getLocalPort();

            Exchange exchange = against.sender().post("http://" + host + "/");

            assertThat(exchange.outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.CONNECTION_REFUSED,
                                    "No connection could be made to " + host + "."));
            assertThat(exchange.ip()).isNull();
        }
    }

    @Test
    void an_answer_that_is_there_before_the_request_is_no_answer() {
        assertThat(
                        against.outcome(conversation -> {
                            conversation.send(OK);
                            conversation.hang();
                        }))
                .isIn(new Delivered(200), RESET, Against.NOT_HTTP);
    }
}
