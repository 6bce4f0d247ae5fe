package dev.posthorn.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class Ed25519KeysTest {
    private static final JsonNode VECTORS = Vectors.of("standard_webhooks");
    private static final Secret PAIR = Vectors.secret(VECTORS, "ed25519_private");

    @Test
    void makes_the_pair_that_belongs_to_a_seed() {
        assertThat(Ed25519Keys.generated(Ed25519Keys.seed(PAIR))).isEqualTo(PAIR);
    }

    @Test
    void tells_the_public_key() {
        assertThat(Ed25519Keys.publicKey(PAIR)).isEqualTo(Vectors.text(VECTORS, "ed25519_public"));
    }

    @Test
    void takes_a_pair_of_somebodys_own() {
        assertThat(Ed25519Keys.problem(PAIR.text())).isEmpty();
    }

    @Test
    void refuses_a_pair_that_is_cut_short_or_of_another_kind() {
        String cut = PAIR.text().substring(0, PAIR.text().length() - 8);

        assertThat(Ed25519Keys.problem(cut))
                .contains("must be whsk_ followed by base64 of 64 bytes");
        assertThat(Ed25519Keys.problem(Vectors.text(VECTORS, "ed25519_public"))).isPresent();
        assertThat(Ed25519Keys.problem("whsk_")).isPresent();
    }

    @Test
    void refuses_a_public_key_that_does_not_belong_to_the_seed() {
        // The last character but the padding carries bits of the public half.
        String other = PAIR.text().replace("Kvg==", "Kvw==");

        assertThat(Ed25519Keys.problem(other))
                .contains("its public key does not belong to its seed");
    }
}
