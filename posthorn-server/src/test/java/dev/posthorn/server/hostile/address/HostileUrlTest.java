package dev.posthorn.server.hostile.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.sender.ScriptedNames;
import dev.posthorn.server.sender.SenderSettings;
import dev.posthorn.server.sender.TestSender;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must not be sent to is refused when it is written down, and refused again when something is
 * sent to it all the same: no name is asked for, no socket opened.
 */
class HostileUrlTest {
    private static final Wiretap WIRE = new Wiretap();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static ForbiddenListener listener;
    private static TestSender sender;

    @BeforeAll
    static void start() {
        listener = new ForbiddenListener();
        sender =
                new TestSender(
                        WIRE.vertx(),
                        new SenderSettings(EgressSettings.DEFAULTS, 100),
                        (name, answer) -> {
                            ASKED.incrementAndGet();
                            new ScriptedNames().answer(name, "127.0.0.1").lookup(name, answer);
                        });
    }

    @AfterAll
    static void stop() {
        sender.close();
        listener.close();
    }

    static List<String> urls() {
        return Lines.of("hostile-urls.txt").stream()
                .map(url -> url.replace("{port}", Integer.toString(listener.port())))
                .toList();
    }

    @Test
    void there_are_hundreds_of_them() {
        assertThat(urls()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void nobody_may_have_it_and_nothing_goes_there(String url) {
        assertThat(new UrlPolicy(EgressSettings.DEFAULTS).check(url)).isPresent();

        Exchange exchange = sender.post(url);

        assertThat(exchange.outcome()).isInstanceOf(Blocked.class);
        assertThat(exchange.ip()).isNull();
        assertThat(exchange.timings().dnsMicros()).isEqualTo(-1);
        assertThat(exchange.timings().connectMicros()).isEqualTo(-1);
        assertThat(WIRE.dialled()).isEmpty();
        assertThat(ASKED).hasValue(0);
        assertThat(listener.visits()).isZero();
    }

    /** The proof is worth something only if the traps snap. */
    @Test
    void the_traps_notice_who_comes() {
        Wiretap wire = new Wiretap();
        try (var open = new ForbiddenListener();
                var allowed =
                        new TestSender(
                                wire.vertx(),
                                new SenderSettings(EgressSettings.DEFAULTS.forDevelopment(), 100),
                                new ScriptedNames())) {
            Exchange exchange = allowed.post("http://127.0.0.1:" + open.port() + "/");

            assertThat(exchange.outcome()).isNotInstanceOf(Delivered.class);
            assertThat(wire.dialled()).hasSize(1);
            assertThat(open.visits()).isEqualTo(1);
        }
    }
}
