package dev.posthorn.cli.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.cli.process.Failure;
import dev.posthorn.core.profile.SampleEndpoints;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "ricloud,'Ricloud-Signature, webhook-signature'",
        "eventinsight,webhook-signature",
        "fastcomments,'token, X-FastComments-Signature, webhook-signature'",
        "standard,webhook-signature",
        "cloudevents,webhook-signature",
    })
    void verifies_what_each_profile_sends(String profile, String by) {
        assertThat(Requests.CHECK.of(Requests.of(profile, "comment.created")))
                .isEqualTo(new Verdict.Genuine(by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ricloud", "eventinsight", "fastcomments", "standard", "cloudevents"})
    void refuses_a_changed_body(String profile) {
        ReceivedRequest genuine = Requests.of(profile, "comment.created");
        byte[] changed = (genuine.text() + " ").getBytes(UTF_8);
        assertThat(Requests.CHECK.of(Requests.withBody(genuine, changed)))
                .isInstanceOfSatisfying(
                        Verdict.Forged.class, forged -> assertThat(forged.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({
        "ricloud,400",
        "eventinsight,400",
        "fastcomments,401",
        "standard,400",
        "cloudevents,400",
    })
    void refuses_what_was_signed_with_another_secret(String profile, int status) {
        SignatureCheck other =
                SecretsCheck.of(
                        List.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"), null, Requests.CLOCK);
        assertThat(other.of(Requests.of(profile, "user.updated")))
                .isInstanceOfSatisfying(
                        Verdict.Forged.class,
                        forged -> assertThat(forged.status()).isEqualTo(status));
    }

    @Test
    void every_signature_there_must_be_right() {
        ReceivedRequest half =
                Requests.withHeader(
                        Requests.of("ricloud", "user.updated"),
                        "webhook-signature",
                        _ -> "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(Requests.CHECK.of(half)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void a_request_without_any_signature_is_refused() {
        var bare =
                Requests.withHeader(
                        Requests.of("standard", "user.updated"), "webhook-signature", _ -> null);
        assertThat(Requests.CHECK.of(bare)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void an_old_request_is_refused() {
        var later = InstantSource.offset(Requests.CLOCK, Duration.ofMinutes(11));
        SignatureCheck check = SecretsCheck.of(List.of(SampleEndpoints.SECRET.text()), null, later);
        assertThat(check.of(Requests.of("ricloud", "user.updated")))
                .isInstanceOfSatisfying(
                        Verdict.Forged.class,
                        forged -> assertThat(forged.why()).contains("660 s ago"));
    }

    @Test
    void without_a_secret_nothing_is_checked() {
        assertThat(SecretsCheck.of(List.of()).of(Requests.of("standard", "user.updated")))
                .isEqualTo(new Verdict.Unchecked());
    }

    @Test
    void what_cannot_be_a_secret_is_said_at_the_start() {
        assertThatThrownBy(() -> SecretsCheck.of(List.of("whpk_short")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("a --secret cannot be used: ");
    }
}
