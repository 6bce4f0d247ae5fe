package dev.posthorn.server.hostile.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.server.dns.NameAnswer.NoAnswer;
import dev.posthorn.server.dns.NameAnswer.TooMany;
import dev.posthorn.server.dns.NameLookup;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.sender.ScriptedNames;
import dev.posthorn.server.sender.TestSender;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Name servers of receivers that are slow, silent or far too talkative. */
class HostileNamesTest {
    private static final String NAME = "receiver.example.com";

    @Test
    void a_name_server_that_never_answers_meets_the_deadline() {
        assertThat(outcome((_, _) -> {})).isEqualTo(new TimedOut(Against.SHORT));
    }

    @Test
    void one_that_answers_after_the_deadline_changes_nothing_any_more() {
        try (var receiver = ScriptedReceiver.listening(Script.status(200));
                var sender = TestSender.onLoopback(new LateNames())) {
            assertThat(sender.post(receiver.url(NAME, "/"), Against.SHORT).outcome())
                    .isEqualTo(new TimedOut(Against.SHORT));
            // The second question brings the answer to the first as well.
            assertThat(sender.post(receiver.url("other.example.com", "/")).outcome())
                    .isEqualTo(new Delivered(200));
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void one_that_fails_is_said_so() {
        assertThat(outcome(new ScriptedNames().answer(NAME, new NoAnswer())))
                .isEqualTo(
                        new Unreachable(
                                Fault.NAME_NOT_FOUND,
                                "The name servers did not answer for " + NAME + "."));
    }

    @Test
    void thousands_of_addresses_are_not_tried() {
        assertThat(outcome(new ScriptedNames().answer(NAME, new TooMany())))
                .isEqualTo(
                        new Unreachable(
                                Fault.NAME_NOT_FOUND,
                                "The name " + NAME + " has more than 64 addresses."));
    }

    @Test
    void of_64_dead_addresses_three_are_tried_at_once() {
        String[] dead = IntStream.range(0, 64).mapToObj(i -> "127.7.0." + i).toArray(String[]::new);

        assertThat(outcome(new ScriptedNames().answer(NAME, dead))).isInstanceOf(Unreachable.class);
    }

    private static AttemptOutcome outcome(NameLookup names) {
        try (var sender = TestSender.onLoopback(names)) {
            return sender.post("http://" + NAME + ":1/", Against.SHORT).outcome();
        }
    }
}
