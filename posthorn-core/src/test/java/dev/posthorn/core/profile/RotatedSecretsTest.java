package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.NOW;
import static dev.posthorn.core.profile.SampleEndpoints.SECRET;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.EndpointSecrets.Previous;
import dev.posthorn.core.signature.Secret;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which header of which profile knows the old secret during its grace time. */
class RotatedSecretsTest {
    private static final Secret NEW = new Secret("whsec_c2VjcmV0IG9mIGF0IGxlYXN0IDI0IGJ5dGVz");
    private static final Event EVENT =
            SampleEndpoints.event("comment.created", EntityId.NONE, "{\"id\":\"1\"}");

    private static OutgoingRequest sent(String profile, EndpointSecrets secrets) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile).withSecrets(secrets, NOW);
        return SampleEndpoints.render(endpoint, EVENT, 1);
    }

    private static EndpointSecrets rotated(long untilMs) {
        return new EndpointSecrets(NEW, List.of(new Previous(SECRET, untilMs)), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ricloud", "eventinsight", "fastcomments", "standard", "cloudevents"})
    void webhook_signature_carries_the_new_one_then_the_old_one_until_it_ends(String profile) {
        String before = signature(sent(profile, EndpointSecrets.of(SECRET)));
        String after = signature(sent(profile, EndpointSecrets.of(NEW)));

        assertThat(signature(sent(profile, rotated(NOW + 1)))).isEqualTo(after + " " + before);
        assertThat(signature(sent(profile, rotated(NOW)))).isEqualTo(after);
    }

    @Test
    void ricloud_and_fastcomments_use_the_new_one_at_once() {
        assertThat(header(sent("ricloud", rotated(NOW + 1)), "Ricloud-Signature"))
                .isEqualTo(header(sent("ricloud", EndpointSecrets.of(NEW)), "Ricloud-Signature"));
        for (String name : List.of("token", "X-FastComments-Signature")) {
            assertThat(header(sent("fastcomments", rotated(NOW + 1)), name))
                    .isEqualTo(header(sent("fastcomments", EndpointSecrets.of(NEW)), name));
        }
        assertThat(header(sent("fastcomments", rotated(NOW + 1)), "token")).isEqualTo(NEW.text());
    }

    @Test
    void a_rotated_key_pair_signs_beside_the_new_one() {
        byte[] seed = new byte[Ed25519Keys.SEED_BYTES];
        Secret old = Ed25519Keys.generated(seed);
        Arrays.fill(seed, (byte) 1);
        Secret fresh = Ed25519Keys.generated(seed);
        var secrets = new EndpointSecrets(SECRET, List.of(new Previous(old, NOW + 1)), fresh);
        Endpoint endpoint =
                SampleEndpoints.endpoint(
                        "standard",
                        ProfileOptions.DEFAULTS.withSignature(ProfileOptions.Signature.ED25519));

        OutgoingRequest request =
                SampleEndpoints.render(endpoint.withSecrets(secrets, NOW), EVENT, 1);

        assertThat(signature(request).split(" ", -1))
                .hasSize(2)
                .allMatch(one -> one.startsWith("v1a,"));
    }

    private static String signature(OutgoingRequest request) {
        return header(request, "webhook-signature");
    }
}
