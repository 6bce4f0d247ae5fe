package dev.posthorn.verifier;

import static dev.posthorn.verifier.Vectors.at;
import static dev.posthorn.verifier.Vectors.bytes;
import static dev.posthorn.verifier.Vectors.headers;
import static dev.posthorn.verifier.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RicloudVerificationTest {
    private static final JsonNode VECTOR = Vectors.of("ricloud");
    private static final String SECRET = text(VECTOR, "secret");
    private static final String HEADER = text(VECTOR, "header");
    private static final long SIGNED = 1_700_000_000L;
    private static final byte[] BODY = bytes(VECTOR, "body");

    @Test
    void accepts_the_vector_within_ten_minutes_either_way() throws WebhookVerificationException {
        assertThat(verify(SIGNED, HEADER)).isEqualTo(Instant.ofEpochSecond(SIGNED));
        verify(SIGNED + 600, HEADER);
        verify(SIGNED - 600, HEADER);
        rejects(SIGNED + 601, HEADER, Reason.TOO_OLD);
        rejects(SIGNED - 601, HEADER, Reason.TOO_NEW);
    }

    @Test
    void accepts_any_of_several_secrets() throws WebhookVerificationException {
        WebhookVerifier.builder(WebhookProfile.RICLOUD)
                .secret("another")
                .secret(SECRET)
                .clock(at(SIGNED))
                .build()
                .verify(headers("Ricloud-Signature", HEADER)::get, BODY);
    }

    @Test
    void rejects_a_header_that_has_another_form() {
        String base64 = HEADER.substring(HEADER.indexOf("s=") + 2);
        List<String> malformed =
                List.of(
                        "t=1700000000",
                        "s=" + base64,
                        "s=" + base64 + ",t=1700000000",
                        "t=1700000000, s=" + base64,
                        "t=1700000000,s=" + base64.substring(0, 43),
                        HEADER + ",s=" + base64,
                        "v1," + base64);
        for (String header : malformed) {
            rejects(SIGNED, header, Reason.MALFORMED_SIGNATURE);
        }
        rejects(SIGNED, "t=,s=" + base64, Reason.MALFORMED_TIMESTAMP);
        rejects(SIGNED, "t=1e9,s=" + base64, Reason.MALFORMED_TIMESTAMP);
    }

    @Test
    void rejects_another_signature_time_or_none_at_all() {
        rejects(SIGNED, HEADER.replace("s=v", "s=w"), Reason.WRONG_SIGNATURE);
        rejects(SIGNED, HEADER.replace("t=1700000000", "t=1700000001"), Reason.WRONG_SIGNATURE);
        rejects(SIGNED, null, Reason.MISSING_HEADER);
    }

    private static Instant verify(long now, String header) throws WebhookVerificationException {
        return WebhookVerifier.builder(WebhookProfile.RICLOUD)
                .secret(SECRET)
                .clock(at(now))
                .build()
                .verify(headers("Ricloud-Signature", header)::get, BODY);
    }

    private static void rejects(long now, String header, Reason reason) {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .as(header)
                .isThrownBy(() -> verify(now, header))
                .matches(e -> e.reason() == reason, "for " + reason);
    }
}
