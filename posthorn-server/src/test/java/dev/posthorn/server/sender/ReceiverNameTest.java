package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address a request goes to, and which it never goes to. */
class ReceiverNameTest {
    private static final String NAME = "receiver.example.com";

    @Test
    void connects_to_the_address_of_the_name_and_asks_for_the_name() {
        ScriptedNames names = new ScriptedNames().answer(NAME, "127.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            Exchange exchange = sender.post(receiver.url(NAME, "/"));

            assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
            assertThat(exchange.ip()).isEqualTo("127.0.0.1");
            assertThat(exchange.timings().dnsMicros()).isNotNegative();
            assertThat(receiver.nextRequest().header("Host"))
                    .contains(NAME + ":" + receiver.port());
        }
    }

    @Test
    void a_trailing_dot_is_not_sent() {
        ScriptedNames names = new ScriptedNames().answer(NAME, "127.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            sender.post(receiver.url("Receiver.Example.COM.", "/"));

            assertThat(receiver.nextRequest().header("Host"))
                    .contains(NAME + ":" + receiver.port());
        }
    }

    @Test
    void literals_are_never_looked_up() {
        ScriptedNames names = new ScriptedNames();
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            Exchange exchange = sender.post(receiver.url("/"));

            assertThat(exchange.timings().dnsMicros()).isEqualTo(-1);
            assertThat(names.queries()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fd00::1", "::"})
    void a_name_that_leads_inside_is_blocked(String address) {
        ScriptedNames names = new ScriptedNames().answer(NAME, address);
        try (var sender = TestSender.onLoopback(names)) {
            Exchange exchange = sender.post("http://" + NAME + "/");

            assertThat(exchange.outcome()).isInstanceOf(Blocked.class);
            assertThat(exchange.message()).startsWith(NAME).doesNotContain(address);
            assertThat(exchange.ip()).isNull();
            assertThat(exchange.response()).isNull();
        }
    }

    @Test
    void one_bad_address_among_good_ones_blocks_them_all() {
        ScriptedNames names = new ScriptedNames().answer(NAME, "127.0.0.1", "10.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            Exchange exchange = sender.post(receiver.url(NAME, "/"));

            assertThat(exchange.outcome())
                    .isEqualTo(
                            new Blocked(
                                    NAME
                                            + " leads to an address that is not allowed: only"
                                            + " public ones are, and those of networks the operator"
                                            + " allows with the setting egress-allow, or loopback"
                                            + " by starting with --dev."));
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void a_name_that_moves_inside_is_blocked_though_a_connection_is_open() {
        ScriptedNames names =
                new ScriptedNames().answer(NAME, "127.0.0.1").answer(NAME, "10.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            String url = receiver.url(NAME, "/");
            Exchange first = sender.post(url);
            // An answer is kept for a second at least; then the next one counts.
            sender.advance(Duration.ofSeconds(1));
            Exchange last = sender.post(url);

            assertThat(first.outcome()).isEqualTo(new Delivered(200));
            assertThat(last.outcome()).isInstanceOf(Blocked.class);
        }
    }

    @Test
    void what_is_sent_again_after_a_lost_connection_is_judged_again() {
        ScriptedNames names =
                new ScriptedNames().answer(NAME, "127.0.0.1").answer(NAME, "10.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver =
                        ScriptedReceiver.listening(conversation -> {
                            conversation.readRequest();
                            conversation.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                            conversation.readHead();
                            // Long enough for the name to move before the connection dies.
                            sender.advance(Duration.ofSeconds(1));
                        })) {
            String url = receiver.url(NAME, "/");
            Exchange first = sender.post(url);
            Exchange last = sender.post(url);

            assertThat(first.outcome()).isEqualTo(new Delivered(200));
            assertThat(last.outcome()).isInstanceOf(Blocked.class);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_name_with_too_many_addresses_is_not_tried() {
        ScriptedNames names = new ScriptedNames().answer(NAME, new NameAnswer.TooMany());
        try (var sender = TestSender.onLoopback(names)) {
            assertThat(sender.post("http://" + NAME + "/").outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.NAME_NOT_FOUND,
                                    "The name " + NAME + " has more than 64 addresses."));
        }
    }

    @Test
    void a_second_address_is_tried_when_the_first_does_not_connect() {
        ScriptedNames names = new ScriptedNames().answer(NAME, "127.0.0.2", "127.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            Exchange exchange = sender.post(receiver.url(NAME, "/"));

            assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
            assertThat(exchange.ip()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void no_more_than_3_addresses_are_tried_at_once_but_others_come_first_next_time() {
        ScriptedNames names =
                new ScriptedNames()
                        .answer(NAME, "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.1");
        try (var sender = TestSender.onLoopback(names);
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            Exchange first = sender.post(receiver.url(NAME, "/"));
            Exchange second = sender.post(receiver.url(NAME, "/"));

            assertThat(first.outcome()).isInstanceOf(Unreachable.class);
            assertThat(second.outcome()).isEqualTo(new Delivered(200));
        }
    }

    @Test
    void says_when_a_name_is_unknown_or_its_servers_are_silent() {
        ScriptedNames names =
                new ScriptedNames().answer("silent.example.com", new NameAnswer.NoAnswer());
        try (var sender = TestSender.onLoopback(names)) {
            assertThat(sender.post("http://unknown.example.com/").outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.NAME_NOT_FOUND,
                                    "The name unknown.example.com does not exist."));
            assertThat(sender.post("http://silent.example.com/").outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.NAME_NOT_FOUND,
                                    "The name servers did not answer for silent.example.com."));
        }
    }

    @Test
    void a_look_up_counts_against_the_deadline() {
        Duration tight = Duration.ofMillis(200);
        try (var sender = TestSender.onLoopback((_, _) -> {})) {
            assertThat(sender.post("http://" + NAME + "/", tight).outcome())
                    .isEqualTo(new TimedOut(tight));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000/, egress-ports",
        "http://127.0.0.1/, egress-allow",
        "http://localhost/, egress-allow",
        "http://[::1]/, --dev",
        "http://[::ffff:127.0.0.1]/, --dev",
        "http://2130706433/, no host",
        "http://user@example.com/, user name",
        "ftp://example.com/, https://",
        "nonsense, https://",
        "'', empty",
        "'http://example.com/a b', path",
        "'http://example.com/a\r\nX: y', path"
    })
    void refused_urls_are_blocked_with_the_reason(String url, String reason) {
        EgressSettings egress = EgressSettings.parse("", "80,443", false);
        try (var sender = new TestSender(egress, new ScriptedNames(), null)) {
            Exchange exchange = sender.post(url);

            assertThat(exchange.outcome()).isInstanceOf(Blocked.class);
            assertThat(exchange.message()).contains(reason);
            assertThat(exchange.ip()).isNull();
        }
    }

    @Test
    void ipv6_literals_stand_in_brackets() {
        try (var sender = TestSender.onLoopback()) {
            Exchange exchange = sender.post("http://[::1]:1/");

            assertThat(exchange.outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.CONNECTION_REFUSED,
                                    "No connection could be made to [::1]:1."));
        }
    }
}
