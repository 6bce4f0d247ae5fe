package dev.posthorn.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandardSignerTest {
    private static final JsonNode VECTORS = Vectors.of("standard_webhooks");
    private static final String ID = Vectors.text(VECTORS, "id");
    private static final String TIMESTAMP = Vectors.text(VECTORS, "timestamp");
    private static final Secret SECRET = Vectors.secret(VECTORS, "secret");
    private static final Secret PAIR = Vectors.secret(VECTORS, "ed25519_private");
    private static final JsonNode ROTATION = VECTORS.required("rotation");
    private static final Secret OLD = Vectors.secret(ROTATION, "old_secret");
    private static final long NOW = 1_614_265_330_000L;

    @Test
    void reproduces_the_hmac_vectors() {
        StandardSigner signer = StandardSigner.hmac(EndpointSecrets.of(SECRET));

        for (JsonNode vector : VECTORS.required("cases")) {
            assertThat(signer.sign(ID, TIMESTAMP, Vectors.bytes(vector, "body"), NOW))
                    .isEqualTo(Vectors.text(vector, "v1"));
        }
    }

    @Test
    void reproduces_the_ed25519_vectors() {
        StandardSigner signer = StandardSigner.ed25519(withPair(List.of()));

        for (JsonNode vector : VECTORS.required("cases")) {
            assertThat(signer.sign(ID, TIMESTAMP, Vectors.bytes(vector, "body"), NOW))
                    .isEqualTo(Vectors.text(vector, "v1a"));
        }
    }

    @Test
    void signs_with_old_and_new_secret_while_the_old_one_has_grace() {
        StandardSigner signer = StandardSigner.hmac(rotated(NOW + 1));

        assertThat(signer.sign(ID, TIMESTAMP, Vectors.bytes(ROTATION, "body"), NOW))
                .isEqualTo(firstCase() + " " + Vectors.text(ROTATION, "v1"));
    }

    @Test
    void signs_with_the_new_secret_alone_when_grace_is_over() {
        StandardSigner signer = StandardSigner.hmac(rotated(NOW));

        assertThat(signer.sign(ID, TIMESTAMP, Vectors.bytes(ROTATION, "body"), NOW))
                .isEqualTo(firstCase());
    }

    @Test
    void keeps_key_pairs_and_shared_secrets_apart_during_rotation() {
        Secret oldPair = Ed25519Keys.generated(new byte[32]);
        var previous =
                List.of(
                        new EndpointSecrets.Previous(OLD, NOW + 1),
                        new EndpointSecrets.Previous(oldPair, NOW + 1));
        byte[] body = Vectors.bytes(ROTATION, "body");

        String hmac = StandardSigner.hmac(withPair(previous)).sign(ID, TIMESTAMP, body, NOW);
        String ed25519 = StandardSigner.ed25519(withPair(previous)).sign(ID, TIMESTAMP, body, NOW);

        assertThat(hmac.split(" ")).hasSize(2).allMatch(s -> s.startsWith("v1,"));
        assertThat(ed25519.split(" ")).hasSize(2).allMatch(s -> s.startsWith("v1a,"));
    }

    @Test
    void signs_with_the_shared_secret_where_no_key_pair_was_made_yet() {
        byte[] body = Vectors.bytes(ROTATION, "body");

        assertThat(
                        StandardSigner.ed25519(EndpointSecrets.of(SECRET))
                                .sign(ID, TIMESTAMP, body, NOW))
                .isEqualTo(firstCase());
    }

    @Test
    void uses_a_secret_of_any_other_form_as_its_bytes() {
        var own = EndpointSecrets.of(new Secret("a secret of their own"));
        byte[] key = "a secret of their own".getBytes(StandardCharsets.US_ASCII);
        byte[] head = (ID + "." + TIMESTAMP + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signature = new HmacKey(key).sign(head, new byte[0]);

        assertThat(StandardSigner.hmac(own).sign(ID, TIMESTAMP, new byte[0], NOW))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(signature));
    }

    private static String firstCase() {
        return Vectors.text(VECTORS.required("cases").required(0), "v1");
    }

    private static EndpointSecrets rotated(long untilMs) {
        return new EndpointSecrets(
                SECRET, List.of(new EndpointSecrets.Previous(OLD, untilMs)), null);
    }

    private static EndpointSecrets withPair(List<EndpointSecrets.Previous> previous) {
        return new EndpointSecrets(SECRET, previous, PAIR);
    }
}
