package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.receivers.TestCertificates;
import dev.posthorn.server.receivers.TestCertificates.PemPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that want to see a certificate before they read anything. */
class ClientCertificateTest {
    @TempDir static Path folder;

    private static TestCertificates certificates;
    private static TestSender sender;
    private static ScriptedReceiver receiver;

    @BeforeAll
    static void start() {
        certificates = new TestCertificates(folder);
        sender =
                new TestSender(
                        EgressSettings.DEFAULTS.forDevelopment(),
                        new ScriptedNames(),
                        certificates.trust());
        receiver =
                ScriptedReceiver.demanding(
                        certificates.demanding("ip:127.0.0.1"), Script.status(200));
    }

    @AfterAll
    static void stop() {
        receiver.close();
        sender.close();
    }

    @Test
    void are_shown_the_endpoints_own() {
        ClientCertificate shown = auth(certificates.pem("-1d"));
        int before = receiver.connections();

        assertThat(outcome(shown)).isEqualTo(new Delivered(200));
        assertThat(outcome(shown)).isEqualTo(new Delivered(200));
        assertThat(receiver.connections() - before).isOne();
    }

    @Test
    void refuse_whoever_shows_none() {
        assertThat(outcome(null)).isInstanceOf(Unreachable.class);
    }

    @Test
    void refuse_one_of_an_authority_they_do_not_know() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        ClientCertificate stranger = auth(new TestCertificates(other).pem("-1d"));
        String host = "127.0.0.1:" + receiver.port();

        assertThat(outcome(stranger))
                .isEqualTo(
                        new Unreachable(
                                Fault.TLS, host + " did not accept the certificate it was shown."));
    }

    @Test
    void refuse_one_that_is_out_of_date_which_is_said() {
        ClientCertificate old = auth(certificates.pem("-2y"));
        String host = "127.0.0.1:" + receiver.port();

        assertThat(outcome(old))
                .isEqualTo(
                        new Unreachable(
                                Fault.TLS,
                                "The certificate shown to "
                                        + host
                                        + " has expired: give the endpoint another."));
    }

    @Test
    void a_connection_that_showed_one_is_nobody_elses() {
        ClientCertificate first = auth(certificates.pem("-1d"));
        ClientCertificate second = auth(certificates.pem("-1d"));
        assertThat(outcome(first)).isEqualTo(new Delivered(200));
        int before = receiver.connections();

        assertThat(outcome(null)).isInstanceOf(Unreachable.class);
        assertThat(outcome(second)).isEqualTo(new Delivered(200));
        assertThat(receiver.connections() - before).isEqualTo(2);
    }

    private static ClientCertificate auth(PemPair pem) {
        return new ClientCertificate(pem.certificate(), new Secret(pem.key()));
    }

    private static AttemptOutcome outcome(@Nullable ClientCertificate shown) {
        byte[] nothing = {};
        return sender.send(
                        new OutgoingRequest(
                                "POST", receiver.url("/"), new String[0], nothing, shown))
                .outcome();
    }
}
