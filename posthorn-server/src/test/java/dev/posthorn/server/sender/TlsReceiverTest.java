package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.receivers.TestCertificates;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are checked against the name in the URL, whatever address it leads to. */
class TlsReceiverTest {
    private static final String NAME = "receiver.example.com";

    @TempDir static Path folder;

    private static TestCertificates certificates;
    private static SSLContext good;
    private static TestSender sender;

    @BeforeAll
    static void start() {
        certificates = new TestCertificates(folder);
        good = certificates.valid("dns:" + NAME, "ip:127.0.0.1");
        sender =
                new TestSender(
                        EgressSettings.DEFAULTS.forDevelopment(),
                        new ScriptedNames().answer(NAME, "127.0.0.1"),
                        certificates.trust());
    }

    @AfterAll
    static void stop() {
        sender.close();
    }

    @Test
    void a_good_certificate_is_good_for_the_name_and_the_address() {
        try (var receiver = ScriptedReceiver.listening(good, Script.status(200))) {
            Exchange byName = sender.post(receiver.url(NAME, "/"));
            Exchange byAddress = sender.post(receiver.url("/"));

            assertThat(byName.outcome()).isEqualTo(new Delivered(200));
            assertThat(byAddress.outcome()).isEqualTo(new Delivered(200));
            assertThat(byName.timings().connectMicros()).isNotNegative();
            assertThat(byName.timings().tlsMicros()).isPositive();
        }
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        assertThat(outcome(certificates.valid("dns:other.example.com")))
                .isEqualTo(tls("The certificate of RECEIVER is for another name."));
    }

    @Test
    void a_certificate_without_any_name_is_refused() {
        assertThat(outcome(certificates.valid()))
                .isEqualTo(tls("The certificate of RECEIVER is for another name."));
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused() {
        assertThat(outcome(certificates.selfSigned("dns:" + NAME)))
                .isEqualTo(
                        tls(
                                "The certificate of RECEIVER is not from an authority we trust, or"
                                        + " its chain is incomplete."));
    }

    @Test
    void a_certificate_out_of_date_is_refused() {
        assertThat(outcome(certificates.expired("dns:" + NAME)))
                .isEqualTo(tls("The certificate of RECEIVER has expired."));
    }

    @Test
    void plain_http_where_tls_was_expected_is_said_so() {
        assertThat(outcome(conversation -> conversation.send("HTTP/1.1 400 Bad\r\n\r\n")))
                .isEqualTo(tls("No TLS connection could be made to RECEIVER."));
    }

    @Test
    void so_is_an_end_in_the_middle_of_the_handshake() {
        assertThat(outcome(conversation -> conversation.send("\u0016\u0003\u0003")))
                .isEqualTo(tls("No TLS connection could be made to RECEIVER."));
    }

    @Test
    void a_handshake_that_hangs_meets_the_deadline() {
        Duration tight = Duration.ofMillis(200);
        try (var receiver = ScriptedReceiver.listening(Conversation::hang)) {
            String url = receiver.url(NAME, "/").replace("http:", "https:");

            assertThat(sender.post(url, tight).outcome()).isEqualTo(new TimedOut(tight));
        }
    }

    /** What comes of an https URL whose receiver does this on the bare socket. */
    private static AttemptOutcome outcome(Script script) {
        try (var receiver = ScriptedReceiver.listening(script)) {
            return outcome(receiver.url(NAME, "/").replace("http:", "https:"));
        }
    }

    private static AttemptOutcome outcome(SSLContext certificate) {
        try (var receiver = ScriptedReceiver.listening(certificate, Script.status(200))) {
            return outcome(receiver.url(NAME, "/"));
        }
    }

    /** Host and port read RECEIVER in the message. */
    private static AttemptOutcome outcome(String url) {
        String host = url.substring("https://".length(), url.length() - 1);
        AttemptOutcome outcome = sender.post(url).outcome();
        return outcome instanceof Unreachable(Fault fault, String message)
                ? new Unreachable(fault, message.replace(host, "RECEIVER"))
                : outcome;
    }

    private static Unreachable tls(String message) {
        return new Unreachable(Fault.TLS, message);
    }
}
