package dev.posthorn.verifier;

import static dev.posthorn.verifier.Vectors.at;
import static dev.posthorn.verifier.Vectors.bytes;
import static dev.posthorn.verifier.Vectors.headers;
import static dev.posthorn.verifier.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.verifier.WebhookVerdict.Genuine;
import dev.posthorn.verifier.WebhookVerdict.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 100,000 genuine requests, each changed in one place: none verifies, none makes it throw. */
class MutatedRequestsTest {
    private static final long NOW = 1_700_000_000L;
    private static final String ID = "019aa9e2-4fa0-7000-8c2e-5d0c9c7b6a41";

    @ParameterizedTest
    @CsvSource({
        "STANDARD,     25000, 1",
        "RICLOUD,      25000, 2",
        "FASTCOMMENTS, 25000, 3",
        "SVIX,          8000, 4",
        "EVENTINSIGHT,  8000, 5",
        "CLOUDEVENTS,   8000, 6"
    })
    void none_verifies_and_nothing_escapes(WebhookProfile profile, int count, long seed) {
        Random random = new Random(seed);
        Mutation mutation = new Mutation(random);
        WebhookVerifier verifier =
                WebhookVerifier.builder(profile).secret(Signer.SECRET).clock(at(NOW)).build();
        for (int i = 0; i < count; i++) {
            byte[] body = new byte[1 + random.nextInt(200)];
            random.nextBytes(body);
            Map<String, String> headers = Signer.headers(profile, ID, NOW, body);
            assertThat(verifier.check(headers::get, body))
                    .isEqualTo(new Genuine(Optional.of(ID), Instant.ofEpochSecond(NOW)));

            boolean inBody = random.nextInt(3) == 0;
            Map<String, String> mutated = inBody ? headers : mutation.of(headers);
            assertThat(verifier.check(mutated::get, inBody ? mutation.of(body) : body))
                    .as("seed %d, request %d: %s", seed, i, mutated)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void none_verifies_by_ed25519_either() {
        JsonNode vectors = Vectors.of("standard_webhooks");
        JsonNode vector = vectors.required("cases").required(0);
        byte[] body = bytes(vector, "body");
        Map<String, String> headers =
                headers(
                        "webhook-id", text(vectors, "id"),
                        "webhook-timestamp", text(vectors, "timestamp"),
                        "webhook-signature", text(vector, "v1a"));
        WebhookVerifier verifier =
                WebhookVerifier.builder(WebhookProfile.STANDARD)
                        .publicKey(text(vectors, "ed25519_public"))
                        .clock(at(1_614_265_330L))
                        .build();
        Random random = new Random(7);
        Mutation mutation = new Mutation(random);
        for (int i = 0; i < 1_000; i++) {
            boolean inBody = random.nextBoolean();
            Map<String, String> mutated = inBody ? headers : mutation.of(headers);
            assertThat(verifier.check(mutated::get, inBody ? mutation.of(body) : body))
                    .as("request %d: %s", i, mutated)
                    .isInstanceOf(Refused.class);
        }
    }
}
