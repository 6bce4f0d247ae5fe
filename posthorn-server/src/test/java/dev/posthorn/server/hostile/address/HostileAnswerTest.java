package dev.posthorn.server.hostile.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.sender.ScriptedNames;
import dev.posthorn.server.sender.SenderSettings;
import dev.posthorn.server.sender.TestSender;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An innocent name, and a name server that leads inside: the name is asked for, nothing else. */
class HostileAnswerTest {
    private static final Wiretap WIRE = new Wiretap();
    private static final ScriptedNames NAMES = new ScriptedNames();
    private static ForbiddenListener listener;
    private static TestSender sender;

    @BeforeAll
    static void start() {
        listener = new ForbiddenListener();
        sender =
                new TestSender(
                        WIRE.vertx(), new SenderSettings(EgressSettings.DEFAULTS, 100), NAMES);
    }

    @AfterAll
    static void stop() {
        sender.close();
        listener.close();
    }

    static List<String> answers() {
        return Lines.of("hostile-answers.txt");
    }

    @Test
    void there_are_dozens_of_them() {
        assertThat(answers()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void nothing_goes_there_and_the_log_does_not_say_where_it_led(String answer) {
        String name = "a" + Integer.toHexString(answer.hashCode()) + ".example.com";
        NAMES.answer(name, answer.split(",", -1));
        int asked = NAMES.queries();

        Exchange exchange = sender.post("http://" + name + ":" + listener.port() + "/");

        assertThat(exchange.outcome()).isInstanceOf(Blocked.class);
        assertThat(exchange.ip()).isNull();
        assertThat(exchange.timings().connectMicros()).isEqualTo(-1);
        assertThat(NAMES.queries()).isEqualTo(asked + 1);
        assertThat(WIRE.dialled()).isEmpty();
        assertThat(listener.visits()).isZero();
    }

    @Test
    void all_of_them_read_the_same() {
        Set<String> sentences = new HashSet<>();
        for (String answer : answers()) {
            NAMES.answer("same.example.com", answer.split(",", -1));
            sentences.add(sender.post("http://same.example.com/").message());
            sender.advance(Duration.ofSeconds(1));
        }
        assertThat(sentences).as(sentences.stream().collect(Collectors.joining("\n"))).hasSize(1);
    }
}
