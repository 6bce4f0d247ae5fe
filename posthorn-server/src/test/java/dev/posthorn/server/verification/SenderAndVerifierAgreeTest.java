package dev.posthorn.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.ProfileOptions.DeleteBody;
import dev.posthorn.core.endpoint.ProfileOptions.Mode;
import dev.posthorn.core.endpoint.ProfileOptions.Signature;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.Secrets;
import dev.posthorn.verifier.WebhookHeaders;
import dev.posthorn.verifier.WebhookProfile;
import dev.posthorn.verifier.WebhookVerificationException;
import dev.posthorn.verifier.WebhookVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two implementations, one truth: what core signs is what receivers accept. */
class SenderAndVerifierAgreeTest {
    private static final Instant NOW = Instant.ofEpochMilli(SampleEndpoints.NOW);
    private static final String DATA = "{\"id\":\"é😀\",\"n\":12345678901234567890.10}";
    private static final List<String> SLUGS =
            List.of("comment.created", "comment.updated", "comment.deleted", "ping");

    @ParameterizedTest
    @EnumSource(WebhookProfile.class)
    void accepts_every_request_of_every_profile(WebhookProfile profile) throws Exception {
        Endpoint endpoint = SampleEndpoints.endpoint(profile.profileName());
        WebhookVerifier verifier = verifier(profile, SampleEndpoints.SECRET);
        for (String slug : SLUGS) {
            OutgoingRequest request = render(endpoint, slug);

            assertThat(verifier.verify(headers(request), request.body()))
                    .isEqualTo(Instant.ofEpochSecond(NOW.getEpochSecond()));
        }
    }

    @ParameterizedTest
    @EnumSource(WebhookProfile.class)
    void rejects_every_request_signed_with_another_secret(WebhookProfile profile) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile.profileName());
        WebhookVerifier verifier = verifier(profile, Secrets.generated(new byte[32]));
        for (String slug : SLUGS) {
            OutgoingRequest request = render(endpoint, slug);

            assertThatExceptionOfType(WebhookVerificationException.class)
                    .isThrownBy(() -> verifier.verify(headers(request), request.body()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebhookProfile.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STANDARD", "SVIX"})
    void agrees_on_secrets_that_are_plain_text(WebhookProfile profile) throws Exception {
        for (String text : List.of("a secret of their own", "whsec_that is not base64")) {
            Secret secret = new Secret(text);
            Endpoint endpoint =
                    SampleEndpoints.endpoint(profile.profileName())
                            .withSecrets(EndpointSecrets.of(secret), 0);
            OutgoingRequest request = render(endpoint, "user.created");

            assertThat(verifier(profile, secret).verify(headers(request), request.body()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebhookProfile.class,
            names = {"STANDARD", "EVENTINSIGHT", "CLOUDEVENTS"})
    void accepts_the_old_secret_during_rotation(WebhookProfile profile) throws Exception {
        Secret fresh = Secrets.generated(new byte[32]);
        var grace = new EndpointSecrets.Previous(SampleEndpoints.SECRET, NOW.toEpochMilli() + 1);
        Endpoint rotated =
                SampleEndpoints.endpoint(profile.profileName())
                        .withSecrets(new EndpointSecrets(fresh, List.of(grace), null), 0);
        OutgoingRequest request = render(rotated, "user.created");

        for (Secret secret : List.of(fresh, SampleEndpoints.SECRET)) {
            assertThat(verifier(profile, secret).verify(headers(request), request.body()))
                    .isNotNull();
        }
    }

    @Test
    void agrees_on_key_pairs() throws Exception {
        var options =
                new ProfileOptions(
                        true, Map.of(), DeleteBody.ID, Mode.STRUCTURED, Signature.ED25519, true);
        Secret pair = Ed25519Keys.generated(new byte[Ed25519Keys.SEED_BYTES]);
        Endpoint endpoint =
                SampleEndpoints.endpoint("standard", options)
                        .withSecrets(
                                new EndpointSecrets(SampleEndpoints.SECRET, List.of(), pair), 0);
        OutgoingRequest request = render(endpoint, "user.created");

        WebhookVerifier verifier =
                WebhookVerifier.builder(WebhookProfile.STANDARD)
                        .publicKey(Ed25519Keys.publicKey(pair))
                        .clock(InstantSource.fixed(NOW))
                        .build();

        assertThat(verifier.verify(headers(request), request.body())).isNotNull();
    }

    private static OutgoingRequest render(Endpoint endpoint, String slug) {
        return SampleEndpoints.render(
                endpoint, SampleEndpoints.event(slug, new EntityId.Text("ü"), DATA), 2);
    }

    private static WebhookVerifier verifier(WebhookProfile profile, Secret secret) {
        return WebhookVerifier.builder(profile)
                .secret(secret.text())
                .clock(InstantSource.fixed(NOW))
                .build();
    }

    private static Function<String, String> headers(OutgoingRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < request.headers().length; i += 2) {
            headers.computeIfAbsent(request.headers()[i], _ -> new ArrayList<>())
                    .add(request.headers()[i + 1]);
        }
        return WebhookHeaders.ofLists(headers);
    }
}
