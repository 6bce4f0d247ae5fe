package dev.posthorn.server.hostile.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.sender.TestSender;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers whose TLS is none, or never gets anywhere. */
class HostileTlsTest {
    private static final String RECORD = "\u0016\u0003\u0003";

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
                "\u0015\u0003\u0003\u0000\u0002\u0002(", // an alert: handshake failure
                "\u0015\u0003\u0003\u0000\u0002\u0001\u0000", // a goodbye
                RECORD + "\u0000\u0004\u000e\u0000\u0000\u0000", // done before anything was said
                RECORD + "\u00ff\u00ff", // a record longer than any may be
                "\u0016\u0002\u0000\u0000\u0004\u0002\u0000\u0000\u0000", // a version long gone
                "\u0080.\u0001\u0000\u0002", // SSL 2
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "220 ready to start TLS\r\n",
            })
    void a_handshake_that_is_none_is_no_answer(String bytes) {
        Exchange exchange =
                secure(
                        TestSender.DEADLINE,
                        conversation -> {
                            conversation.read(5);
                            conversation.send(bytes);
                        });

        assertThat(exchange.outcome()).isInstanceOf(Unreachable.class);
        assertThat(exchange.response()).isNull();
    }

    @Test
    void a_handshake_that_drips_meets_the_deadline() {
        assertThat(
                        secure(
                                        Against.SHORT,
                                        conversation ->
                                                conversation.drip(
                                                        RECORD + "@\u0000" + "x".repeat(100),
                                                        Duration.ofMillis(20)))
                                .outcome())
                .isEqualTo(new TimedOut(Against.SHORT));
    }

    @Test
    void a_handshake_that_never_begins_meets_the_deadline() {
        assertThat(secure(Against.SHORT, Conversation::ignore).outcome())
                .isEqualTo(new TimedOut(Against.SHORT));
    }

    @Test
    void records_without_end_are_no_answer() {
        Exchange exchange =
                secure(
                        TestSender.DEADLINE,
                        conversation -> {
                            // Empty handshake records: allowed one by one, endless in number.
                            while (true) {
                                conversation.send((RECORD + "\u0000\u0000").repeat(1000));
                            }
                        });

        assertThat(exchange.outcome()).isNotInstanceOf(Delivered.class);
    }

    @Test
    void random_bytes_are_no_answer() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);
            Script script =
                    conversation -> {
                        conversation.read(5);
                        conversation.send(random.nextBoolean() ? RECORD : "");
                        conversation.send(bytes);
                    };

            assertThat(secure(TestSender.DEADLINE, script).outcome())
                    .isNotInstanceOf(Delivered.class);
        }
    }

    /** An https URL whose receiver does this on the bare socket. */
    private static Exchange secure(Duration deadline, Script script) {
        try (var receiver = ScriptedReceiver.listening(script)) {
            return against.sender().post(receiver.url("/").replace("http:", "https:"), deadline);
        }
    }
}
