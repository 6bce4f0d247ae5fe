package dev.posthorn.verifier;

import static dev.posthorn.verifier.Vectors.at;
import static dev.posthorn.verifier.Vectors.bytes;
import static dev.posthorn.verifier.Vectors.headers;
import static dev.posthorn.verifier.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StandardVerificationTest {
    private static final JsonNode VECTORS = Vectors.of("standard_webhooks");
    private static final String SECRET = text(VECTORS, "secret");
    private static final String PUBLIC_KEY = text(VECTORS, "ed25519_public");
    private static final String ID = text(VECTORS, "id");
    private static final String TIMESTAMP = text(VECTORS, "timestamp");
    private static final long SIGNED = Long.parseLong(TIMESTAMP);
    private static final JsonNode FIRST = VECTORS.required("cases").required(0);
    private static final String V1 = text(FIRST, "v1");
    private static final String V1A = text(FIRST, "v1a");
    private static final byte[] BODY = bytes(FIRST, "body");
    private static final String ANOTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    @Test
    void accepts_every_vector() throws WebhookVerificationException {
        WebhookVerifier hmac = verifier(SECRET);
        WebhookVerifier ed25519 =
                WebhookVerifier.builder(WebhookProfile.STANDARD)
                        .publicKey(PUBLIC_KEY)
                        .clock(at(SIGNED))
                        .build();

        for (JsonNode vector : VECTORS.required("cases")) {
            byte[] body = bytes(vector, "body");
            assertThat(verify(hmac, ID, TIMESTAMP, text(vector, "v1"), body))
                    .isEqualTo(Instant.ofEpochSecond(SIGNED));
            assertThat(verify(ed25519, ID, TIMESTAMP, text(vector, "v1a"), body))
                    .isEqualTo(Instant.ofEpochSecond(SIGNED));
        }
    }

    /** Bodies with a line end and with dots, recomputed from the specification. */
    @ParameterizedTest
    @CsvSource({
        "'{\"a\":1}\n', 'v1,gHpkzUwAcTCAx6mVTdVP1Xcvw5OF91BO8CGnDfdstVo='",
        "'{\"a\":1}\n"
                + "', 'v1a,5KKtV3TN8Cg0g9d1ivgKOHAT5hRu3L+5UPogqbRuIOnY5xRgf759yXhVcWsCCI4f42CVq+PSsR3IyPABZ/MyBg=='",
        "'a.b.c', 'v1,p8R7ura4XlhTldjN8265Y1TUx7bPDt5O5WdKYVaUK3g='",
        "'a.b.c',"
                + " 'v1a,w2BshWjYf4a70ILsTGdtQrCRHuh7RLD09+LK2nWIyGafZGH8Fe2SEKhxmA82u+SNjOF0x6QLR5UHBCbY9GlrCw=='",
    })
    void accepts_what_the_specification_signs(String body, String signature)
            throws WebhookVerificationException {
        WebhookVerifier either =
                WebhookVerifier.builder(WebhookProfile.STANDARD)
                        .secret(SECRET)
                        .publicKey(PUBLIC_KEY)
                        .clock(at(SIGNED))
                        .build();

        verify(either, ID, TIMESTAMP, signature, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void accepts_the_one_that_fits_among_several() throws WebhookVerificationException {
        String several = ANOTHER + " v2," + V1.substring(3) + " " + V1 + " " + V1A + " " + ANOTHER;

        verify(verifier(SECRET), ID, TIMESTAMP, several, BODY);
    }

    @Test
    void accepts_any_of_several_secrets() throws WebhookVerificationException {
        JsonNode rotation = VECTORS.required("rotation");
        WebhookVerifier both = verifier(text(rotation, "old_secret"), SECRET);

        verify(both, ID, TIMESTAMP, V1, BODY);
        verify(both, ID, TIMESTAMP, text(rotation, "v1"), bytes(rotation, "body"));
    }

    @Test
    void accepts_header_names_of_any_case_and_a_secret_without_its_prefix()
            throws WebhookVerificationException {
        Map<String, String> headers =
                headers("Webhook-Id", ID, "WEBHOOK-TIMESTAMP", TIMESTAMP, "webhook-Signature", V1);

        verifier(SECRET.substring("whsec_".length())).verify(WebhookHeaders.of(headers), BODY);
    }

    @Test
    void accepts_up_to_five_minutes_either_way() throws WebhookVerificationException {
        verify(verifierAt(SIGNED + 300), ID, TIMESTAMP, V1, BODY);
        verify(verifierAt(SIGNED - 300), ID, TIMESTAMP, V1, BODY);
        rejects(verifierAt(SIGNED + 301), V1, BODY, Reason.TOO_OLD);
        rejects(verifierAt(SIGNED - 301), V1, BODY, Reason.TOO_NEW);
    }

    @Test
    void keeps_to_the_tolerance_it_was_given() throws WebhookVerificationException {
        WebhookVerifier patient =
                WebhookVerifier.builder(WebhookProfile.STANDARD)
                        .secret(SECRET)
                        .tolerance(Duration.ofDays(1))
                        .clock(at(SIGNED + 86_400))
                        .build();

        verify(patient, ID, TIMESTAMP, V1, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void rejects_without_any_of_the_three_headers(String missing) {
        Map<String, String> headers =
                headers("webhook-id", ID, "webhook-timestamp", TIMESTAMP, "webhook-signature", V1);
        headers.remove(missing);

        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verifier(SECRET).verify(headers::get, BODY))
                .withMessage("header " + missing + " is missing")
                .matches(e -> e.reason() == Reason.MISSING_HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "-1", "+1614265330", "1614265330.0", "1e9", "1614265330123"})
    void rejects_a_timestamp_that_is_no_number_of_seconds(String timestamp) {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(verifier(SECRET), ID, timestamp, V1, BODY))
                .matches(e -> e.reason() == Reason.MALFORMED_TIMESTAMP);
    }

    @Test
    void rejects_signatures_that_are_none() {
        String base64 = V1.substring(3);
        List<String> wrong =
                List.of(
                        "v1,",
                        "v1",
                        base64,
                        "v1," + base64.substring(0, 8),
                        "v1," + base64.substring(0, base64.length() - 1),
                        "v2," + base64,
                        "V1," + base64,
                        "v1a," + base64,
                        "v1 " + base64,
                        "v1," + base64 + "=",
                        "v1," + base64 + ",",
                        ANOTHER,
                        V1A);
        for (String signature : wrong) {
            rejects(verifier(SECRET), signature, BODY, Reason.WRONG_SIGNATURE);
        }
    }

    @Test
    void rejects_anything_but_the_very_bytes_that_were_signed() {
        byte[] longer =
                (new String(BODY, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);

        rejects(verifier(SECRET), V1, longer, Reason.WRONG_SIGNATURE);
        rejects(verifier(SECRET), V1, new byte[0], Reason.WRONG_SIGNATURE);
        rejects(
                verifier(text(VECTORS.required("rotation"), "old_secret")),
                V1,
                BODY,
                Reason.WRONG_SIGNATURE);
    }

    @Test
    void rejects_another_id_or_time_with_the_same_signature() {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(verifier(SECRET), ID + "x", TIMESTAMP, V1, BODY));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(verifier(SECRET), ID, "1614265331", V1, BODY));
    }

    @Test
    void looks_at_no_more_signatures_than_a_sender_could_mean() {
        rejects(verifier(SECRET), (ANOTHER + " ").repeat(20) + V1, BODY, Reason.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "w",
                "whsec_%",
                "whsec_wronglength",
                "whsec_bm90LXZhbGlkCg==",
                "hwsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
                "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dR",
            })
    void takes_no_secret_that_is_none(String secret) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.standard(secret));
    }

    @Test
    void takes_no_public_key_that_is_none_and_no_lack_of_secrets() {
        WebhookVerifier.Builder builder = WebhookVerifier.builder(WebhookProfile.STANDARD);

        assertThatIllegalArgumentException().isThrownBy(builder::build);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.publicKey("whpk_AAAA").build());
        assertThatIllegalArgumentException().isThrownBy(WebhookVerifier::standard);
    }

    @Test
    void uses_a_plain_text_as_it_stands_where_the_profile_allows_one() {
        assertThat(WebhookVerifier.eventInsight("a secret of their own")).isNotNull();
        assertThat(WebhookVerifier.cloudEvents("whsec_not base64 at all")).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.eventInsight(""));
    }

    private static WebhookVerifier verifier(String... secrets) {
        return verifier(at(SIGNED), secrets);
    }

    private static WebhookVerifier verifierAt(long seconds) {
        return verifier(at(seconds), SECRET);
    }

    private static WebhookVerifier verifier(InstantSource clock, String... secrets) {
        var builder = WebhookVerifier.builder(WebhookProfile.STANDARD).clock(clock);
        for (String secret : secrets) {
            builder.secret(secret);
        }
        return builder.build();
    }

    private static Instant verify(
            WebhookVerifier verifier, String id, String timestamp, String signature, byte[] body)
            throws WebhookVerificationException {
        return verifier.verify(
                headers(
                                "webhook-id", id,
                                "webhook-timestamp", timestamp,
                                "webhook-signature", signature)
                        ::get,
                body);
    }

    private static void rejects(
            WebhookVerifier verifier, String signature, byte[] body, Reason reason) {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .as(signature)
                .isThrownBy(() -> verify(verifier, ID, TIMESTAMP, signature, body))
                .matches(e -> e.reason() == reason, "for " + reason);
    }
}
