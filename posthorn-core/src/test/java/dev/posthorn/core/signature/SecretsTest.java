package dev.posthorn.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String GOOD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void makes_a_secret_every_profile_takes() {
        byte[] chance = new byte[32];
        chance[0] = 1;

        Secret secret = Secrets.generated(chance);

        assertThat(secret.text()).isEqualTo("whsec_AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(Secrets.standardKey(secret)).isEqualTo(chance);
        for (SecretForm form : SecretForm.values()) {
            assertThat(Secrets.problem(secret.text(), form)).isEmpty();
        }
    }

    @Test
    void wants_exactly_as_much_chance_as_it_promises() {
        assertThatThrownBy(() -> Secrets.generated(new byte[31]))
                .hasMessage("a secret needs 32 bytes, got 31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_%%%%%%%%%%%%%%",
                "whsec_wronglength",
                "whsec_bm90LXZhbGlkCg==",
                "hwsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
                "whsec_AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "whsec_AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
            })
    void takes_only_the_decodable_form_for_standard_webhooks(String text) {
        assertThat(Secrets.problem(text, SecretForm.STANDARD_WEBHOOKS))
                .contains("must be whsec_ followed by base64 of 24 to 64 bytes");
        assertThat(Secrets.problem(text, SecretForm.TEXT)).isEmpty();
        assertThat(Secrets.standardKey(new Secret(text)))
                .isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void holds_a_key_to_64_bytes() {
        assertThat(Secrets.problem(standard(64), SecretForm.STANDARD_WEBHOOKS)).isEmpty();
        assertThat(Secrets.problem(standard(65), SecretForm.STANDARD_WEBHOOKS)).isPresent();
    }

    @Test
    void refuses_what_is_too_short_too_long_or_not_printable() {
        assertThat(Secrets.problem("w", SecretForm.TEXT))
                .contains("must have 16 to 256 characters");
        assertThat(Secrets.problem("x".repeat(257), SecretForm.TEXT)).isPresent();
        assertThat(Secrets.problem("x".repeat(256), SecretForm.TEXT)).isEmpty();
        assertThat(Secrets.problem("schlüssel-schlüssel", SecretForm.TEXT))
                .contains("must be printable ASCII");
        assertThat(Secrets.problem("line\r\nX-Evil: header", SecretForm.TEXT))
                .contains("must be printable ASCII");
        assertThat(Secrets.problem(" sixteen and more", SecretForm.TEXT))
                .contains("must not begin or end with a blank");
    }

    @Test
    void never_shows_itself_in_text() {
        assertThat(EndpointSecrets.of(new Secret(GOOD)).toString()).doesNotContain("MfKQ");
    }

    private static String standard(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
