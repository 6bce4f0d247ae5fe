package dev.posthorn.verifier;

import static dev.posthorn.verifier.Vectors.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.verifier.WebhookVerdict.Genuine;
import dev.posthorn.verifier.WebhookVerdict.Refused;
import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final long NOW = 1_700_000_000L;
    private static final byte[] BODY = "{\"a\":\"é\"}".getBytes(UTF_8);

    private static WebhookVerifier verifier(WebhookProfile profile) {
        return WebhookVerifier.builder(profile).secret(Signer.SECRET).clock(at(NOW)).build();
    }

    @ParameterizedTest
    @EnumSource(WebhookProfile.class)
    void a_genuine_request_has_a_time_and_an_id_that_was_signed(WebhookProfile profile) {
        Map<String, String> headers = Signer.headers(profile, "id-1", NOW - 9, BODY);

        assertThat(verifier(profile).check(headers::get, BODY))
                .isEqualTo(new Genuine(Optional.of("id-1"), Instant.ofEpochSecond(NOW - 9)));
    }

    @Test
    void a_refused_request_has_a_reason_and_a_sentence() {
        Map<String, String> headers = Signer.headers(WebhookProfile.STANDARD, "i", NOW - 301, BODY);

        assertThat(verifier(WebhookProfile.STANDARD).check(headers::get, BODY))
                .isEqualTo(new Refused(Reason.TOO_OLD, "it was signed 301 s ago"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RICLOUD", "FASTCOMMENTS"})
    void an_id_that_nobody_signed_is_none(WebhookProfile profile) {
        Map<String, String> headers = Signer.headers(profile, "id-1", NOW, BODY);
        headers.keySet().removeIf(name -> name.startsWith("webhook-"));

        assertThat(verifier(profile).check(headers::get, BODY))
                .isEqualTo(new Genuine(Optional.empty(), Instant.ofEpochSecond(NOW)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RICLOUD", "FASTCOMMENTS"})
    void an_id_without_its_signature_is_refused(WebhookProfile profile) {
        Map<String, String> headers = Signer.headers(profile, "id-1", NOW, BODY);
        headers.remove("webhook-signature");

        assertThat(verifier(profile).check(headers::get, BODY))
                .isEqualTo(
                        new Refused(Reason.MISSING_HEADER, "header webhook-signature is missing"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RICLOUD", "FASTCOMMENTS"})
    void another_id_under_the_same_signature_is_refused(WebhookProfile profile) {
        Map<String, String> headers = Signer.headers(profile, "id-1", NOW, BODY);
        headers.put("webhook-id", "id-2");

        assertThat(verifier(profile).check(headers::get, BODY))
                .isEqualTo(
                        new Refused(
                                Reason.WRONG_SIGNATURE, "no signature in webhook-signature fits"));
    }
}
