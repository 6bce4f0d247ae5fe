package dev.posthorn.verifier;

import static dev.posthorn.verifier.Vectors.at;
import static dev.posthorn.verifier.Vectors.bytes;
import static dev.posthorn.verifier.Vectors.headers;
import static dev.posthorn.verifier.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FastCommentsVerificationTest {
    private static final JsonNode VECTOR = Vectors.of("fastcomments");
    private static final String SECRET = text(VECTOR, "secret");
    private static final String SIGNATURE = text(VECTOR, "header");
    private static final String TIMESTAMP = "1700000000";
    private static final long SIGNED = 1_700_000_000L;
    private static final byte[] BODY = bytes(VECTOR, "body");

    @Test
    void accepts_the_vector_within_five_minutes_either_way() throws WebhookVerificationException {
        assertThat(verify(SIGNED, SECRET, TIMESTAMP, SIGNATURE))
                .isEqualTo(Instant.ofEpochSecond(SIGNED));
        verify(SIGNED + 300, SECRET, TIMESTAMP, SIGNATURE);
        rejects(SIGNED + 301, SECRET, TIMESTAMP, SIGNATURE, Reason.TOO_OLD);
        rejects(SIGNED - 301, SECRET, TIMESTAMP, SIGNATURE, Reason.TOO_NEW);
    }

    @Test
    void rejects_a_wrong_token_however_well_it_is_signed() {
        rejects(SIGNED, "whsec_demo2", TIMESTAMP, SIGNATURE, Reason.WRONG_TOKEN);
        rejects(SIGNED, "whsec_dem", TIMESTAMP, SIGNATURE, Reason.WRONG_TOKEN);
        rejects(SIGNED, null, TIMESTAMP, SIGNATURE, Reason.MISSING_HEADER);
    }

    @Test
    void rejects_a_right_token_that_is_not_signed() {
        rejects(SIGNED, SECRET, null, SIGNATURE, Reason.MISSING_HEADER);
        rejects(SIGNED, SECRET, TIMESTAMP, null, Reason.MISSING_HEADER);
        rejects(SIGNED, SECRET, "soon", SIGNATURE, Reason.MALFORMED_TIMESTAMP);
        rejects(SIGNED, SECRET, "1700000001", SIGNATURE, Reason.WRONG_SIGNATURE);
        rejects(SIGNED, SECRET, TIMESTAMP, SIGNATURE.substring(7), Reason.WRONG_SIGNATURE);
        rejects(SIGNED, SECRET, TIMESTAMP, SIGNATURE + "0", Reason.WRONG_SIGNATURE);
    }

    private static Instant verify(long now, String token, String timestamp, String signature)
            throws WebhookVerificationException {
        return WebhookVerifier.builder(WebhookProfile.FASTCOMMENTS)
                .secret(SECRET)
                .clock(at(now))
                .build()
                .verify(
                        headers(
                                        "token", token,
                                        "X-FastComments-Timestamp", timestamp,
                                        "X-FastComments-Signature", signature)
                                ::get,
                        BODY);
    }

    private static void rejects(
            long now, String token, String timestamp, String signature, Reason reason) {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(now, token, timestamp, signature))
                .matches(e -> e.reason() == reason, "for " + reason);
    }
}
