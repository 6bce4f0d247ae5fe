package dev.posthorn.server.hostile.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.sender.TestSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Hundreds of hostile receivers at once, and honest ones that do not notice. */
class NeighbourTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int OF_EACH = 40;

    private static final List<Script> HOSTILE =
            List.of(
                    Conversation::hang,
                    Conversation::ignore,
                    Conversation::reset,
                    Against.endless("HTTP/1.1 200 OK\r\n", "X: y\r\n"),
                    Against.endless("HTTP/1.1 200 OK\r\n\r\n", "x"),
                    Against.endless("", "HTTP/1.1 102 Wait\r\n\r\n"),
                    Script.answeringOnce("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
                    conversation -> conversation.drip(Against.OK, Duration.ofMillis(50)));

    @Test
    void all_hostile_exchanges_end_and_every_honest_one_is_delivered() {
        List<ScriptedReceiver> receivers = new ArrayList<>();
        try (var against = new Against();
                var honest = ScriptedReceiver.listening(Script.status(200))) {
            List<CompletableFuture<Exchange>> open = new ArrayList<>();
            for (Script script : HOSTILE) {
                var receiver = ScriptedReceiver.listening(script);
                receivers.add(receiver);
                for (int i = 0; i < OF_EACH; i++) {
                    open.add(
                            against.sender()
                                    .start(
                                            TestSender.request("POST", receiver.url("/"), "{}"),
                                            DEADLINE));
                }
            }
            for (int i = 0; i < 200; i++) {
                assertThat(against.sender().post(honest.url("/")).outcome())
                        .isEqualTo(new Delivered(200));
            }
            for (CompletableFuture<Exchange> each : open) {
                assertThat(TestSender.await(each).timings().totalMicros()).isLessThan(15_000_000);
            }
        } finally {
            receivers.forEach(ScriptedReceiver::close);
        }
    }
}
