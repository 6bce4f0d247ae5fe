package dev.posthorn.server.hostile.receiver;

import static dev.posthorn.server.hostile.receiver.Against.OK;
import static dev.posthorn.server.hostile.receiver.Against.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Script;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that take their time: one deadline over the whole exchange ends them all. */
class SlowReceiverTest {
    private static final Duration PAUSE = Duration.ofMillis(20);

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
    @ValueSource(ints = {0, 1, 5, 12, 17, 18, 35, 37})
    void gives_up_at_the_deadline_wherever_in_the_head_it_hangs(int bytes) {
        assertTimedOut(conversation -> {
            conversation.readRequest();
            conversation.send(OK.substring(0, bytes));
            conversation.hang();
        });
    }

    @Test
    void says_how_long_it_waited() {
        Exchange exchange = against.exchange(SHORT, "", Conversation::hang);

        assertThat(exchange.message()).isEqualTo("The receiver did not answer within 300 ms.");
        assertThat(exchange.ip()).isEqualTo("127.0.0.1");
        assertThat(exchange.response()).isNull();
        assertThat(exchange.timings().totalMicros()).isBetween(300_000, 3_000_000);
    }

    @Test
    void holds_a_head_that_drips_to_the_deadline() {
        assertTimedOut(conversation -> {
            conversation.readRequest();
            conversation.drip(OK, PAUSE);
        });
    }

    @Test
    void holds_headers_that_drip_in_whole_lines_to_the_deadline() {
        assertTimedOut(conversation -> {
            conversation.readRequest();
            conversation.send("HTTP/1.1 200 OK\r\n");
            conversation.drip("X: y\r\n".repeat(50), PAUSE);
        });
    }

    @Test
    void holds_interim_answers_that_drip_to_the_deadline() {
        assertTimedOut(conversation -> {
            conversation.readRequest();
            conversation.drip("HTTP/1.1 103 Hints\r\n\r\n".repeat(3), PAUSE);
        });
    }

    @Test
    void one_that_accepts_and_never_reads_meets_the_deadline() {
        assertThat(against.exchange(SHORT, "x".repeat(8_000_000), Conversation::ignore).outcome())
                .isEqualTo(new TimedOut(SHORT));
    }

    @Test
    void one_that_reads_a_byte_at_a_time_meets_the_deadline() {
        Script sipping =
                conversation -> {
                    for (int i = 0; i < 1000; i++) {
                        conversation.read(1);
                        conversation.pause(PAUSE);
                    }
                };

        assertThat(against.exchange(SHORT, "x".repeat(8_000_000), sipping).outcome())
                .isEqualTo(new TimedOut(SHORT));
    }

    @Test
    void a_2xx_is_delivered_though_its_body_drips_for_ever() {
        Exchange exchange =
                against.exchange(
                        SHORT,
                        "",
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(
                                    "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n");
                            conversation.drip("x".repeat(100), PAUSE);
                        });

        assertThat(exchange.outcome()).isEqualTo(new Delivered(202));
        assertThat(exchange.response().truncated()).isTrue();
    }

    @Test
    void so_it_is_though_its_chunks_drip() {
        Exchange exchange =
                against.exchange(
                        SHORT,
                        "",
                        conversation -> {
                            conversation.readRequest();
                            conversation.send(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                            conversation.drip("1\r\nx\r\n".repeat(40), PAUSE);
                        });

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().truncated()).isTrue();
    }

    @Test
    void the_head_of_a_failure_decides_too() {
        Exchange exchange =
                against.exchange(
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

    private static void assertTimedOut(Script script) {
        assertThat(against.outcome(SHORT, script)).isEqualTo(new TimedOut(SHORT));
    }
}
