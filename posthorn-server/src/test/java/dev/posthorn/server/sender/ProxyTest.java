package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.egress.EgressProxy;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.Proxies;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.receivers.TestCertificates;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting {@code egress-proxy}: everything goes through it, and nothing is judged less. */
class ProxyTest {
    private static final String NAME = "receiver.example.com";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final ScriptedNames names = new ScriptedNames().answer(NAME, "127.0.0.1");

    @Test
    void a_proxy_is_asked_for_the_judged_address_and_the_receiver_sees_its_name() {
        try (var proxy = ScriptedReceiver.listening(Proxies.http(asked));
                var receiver = ScriptedReceiver.listening(Script.status(200));
                var sender = through("http://127.0.0.1:" + proxy.port())) {
            assertThat(sender.post(receiver.url(NAME, "/a?b")).outcome())
                    .isEqualTo(new Delivered(200));
            assertThat(asked.element()).startsWith("CONNECT 127.0.0.1:" + receiver.port() + " ");
            var request = receiver.nextRequest();
            assertThat(request.requestLine()).isEqualTo("POST /a?b HTTP/1.1");
            assertThat(request.header("Host")).contains(NAME + ":" + receiver.port());
        }
    }

    @Test
    void a_password_goes_to_the_proxy_and_not_to_the_receiver() {
        try (var proxy = ScriptedReceiver.listening(Proxies.http(asked));
                var receiver = ScriptedReceiver.listening(Script.status(200));
                var sender = through("http://us:pw@127.0.0.1:" + proxy.port())) {
            sender.post(receiver.url(NAME, "/"));

            assertThat(asked.element()).containsIgnoringCase("Proxy-Authorization: Basic dXM6cHc=");
            assertThat(receiver.nextRequest().header("Proxy-Authorization")).isEmpty();
        }
    }

    @Test
    void socks_is_asked_for_the_judged_address_too() {
        try (var proxy = ScriptedReceiver.listening(Proxies.socks5(asked));
                var receiver = ScriptedReceiver.listening(Script.status(204));
                var sender = through("socks5://127.0.0.1:" + proxy.port())) {
            assertThat(sender.post(receiver.url(NAME, "/")).outcome())
                    .isEqualTo(new Delivered(204));
            assertThat(asked).containsExactly("127.0.0.1:" + receiver.port());
        }
    }

    @Test
    void the_certificate_is_still_checked_against_the_receivers_name(@TempDir Path folder) {
        TestCertificates certificates = new TestCertificates(folder);
        try (var proxy = ScriptedReceiver.listening(Proxies.http(asked));
                var right =
                        ScriptedReceiver.listening(
                                certificates.valid("dns:" + NAME), Script.status(200));
                var wrong =
                        ScriptedReceiver.listening(
                                certificates.valid("dns:other.example.com"), Script.status(200));
                var sender =
                        new TestSender(
                                new SenderSettings(
                                        EgressSettings.DEFAULTS.forDevelopment(),
                                        1000,
                                        certificates.trust(),
                                        EgressProxy.parse("http://127.0.0.1:" + proxy.port())),
                                names)) {
            Exchange delivered = sender.post(right.url(NAME, "/"));
            assertThat(delivered.outcome()).isEqualTo(new Delivered(200));
            assertThat(delivered.timings().tlsMicros()).isBetween(0, 5_000_000);
            assertThat(sender.post(wrong.url(NAME, "/")).message())
                    .isEqualTo(
                            "The certificate of "
                                    + NAME
                                    + ":"
                                    + wrong.port()
                                    + " is for another name.");
        }
    }

    @Test
    void what_is_forbidden_never_reaches_the_proxy() {
        names.answer("inside.example.com", "10.0.0.1");
        try (var proxy = ScriptedReceiver.listening(Proxies.http(asked));
                var sender = through("http://127.0.0.1:" + proxy.port())) {
            assertThat(sender.post("http://inside.example.com/").outcome())
                    .isInstanceOf(Blocked.class);
            assertThat(sender.post("http://169.254.169.254/").outcome())
                    .isInstanceOf(Blocked.class);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void a_proxy_that_refuses_or_is_gone_is_no_connection() {
        Script refusing = Script.answeringOnce("HTTP/1.1 403 Forbidden\r\n\r\n");
        var proxy = ScriptedReceiver.listening(refusing);
        try (var sender = through("http://127.0.0.1:" + proxy.port())) {
            assertThat(sender.post("http://" + NAME + "/").outcome())
                    .isInstanceOf(Unreachable.class);
            proxy.close();
            assertThat(sender.post("http://" + NAME + "/").outcome())
                    .isInstanceOf(Unreachable.class);
        }
    }

    private TestSender through(String proxy) {
        return new TestSender(
                new SenderSettings(
                        EgressSettings.DEFAULTS.forDevelopment(),
                        1000,
                        null,
                        EgressProxy.parse(proxy)),
                names);
    }
}
