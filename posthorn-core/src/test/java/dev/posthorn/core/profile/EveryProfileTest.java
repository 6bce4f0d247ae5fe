package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.EVENT_TEXT;
import static dev.posthorn.core.profile.SampleEndpoints.NOW;
import static dev.posthorn.core.profile.SampleEndpoints.SECRET;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.StandardSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever the profile. */
class EveryProfileTest {
    /** Bytes no JSON library would write like this. */
    private static final String ODD_DATA =
            "{ \"é\" : \"\\/\\u00e9😀\",\n\"n\":12345678901234567890.10, \"n\":1 }";

    private static final Event EVENT =
            SampleEndpoints.event("user.updated", new EntityId.Text("u 1"), ODD_DATA);

    static List<String> profiles() {
        return BuiltInProfiles.profiles().all().stream().map(Profile::name).toList();
    }

    @Test
    void has_the_built_in_profiles() {
        assertThat(profiles())
                .containsExactly(
                        "ricloud",
                        "eventinsight",
                        "fastcomments",
                        "standard",
                        "cloudevents",
                        "svix");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void signs_the_very_body_it_sends(String profile) {
        OutgoingRequest request =
                SampleEndpoints.render(SampleEndpoints.endpoint(profile), EVENT, 1);

        assertThat(header(request, "webhook-id")).isEqualTo(EVENT_TEXT);
        assertThat(header(request, "webhook-timestamp")).isEqualTo("1768469400");
        assertThat(header(request, "webhook-signature"))
                .isEqualTo(
                        StandardSigner.hmac(EndpointSecrets.of(SECRET))
                                .sign(EVENT_TEXT, "1768469400", request.body(), NOW));
        assertThat(header(request, "User-Agent")).isEqualTo("Posthorn/test");
        assertThat(header(request, "Content-Type")).startsWith("application/");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void sends_the_data_as_it_was_published(String profile) {
        OutgoingRequest request =
                SampleEndpoints.render(SampleEndpoints.endpoint(profile), EVENT, 1);

        assertThat(SampleEndpoints.body(request)).contains(ODD_DATA);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void sends_the_owners_headers_but_its_own_only_once(String profile) {
        Map<String, String> headers =
                Map.of("X-Tenant", "blue", "Webhook-ID", "other", "user-agent", "other");
        Endpoint endpoint =
                SampleEndpoints.endpoint(
                        SampleEndpoints.with(
                                "https://a.example",
                                profile,
                                ProfileOptions.DEFAULTS,
                                headers,
                                null));

        OutgoingRequest request = SampleEndpoints.render(endpoint, EVENT, 1);

        assertThat(header(request, "X-Tenant")).isEqualTo("blue");
        assertThat(header(request, "webhook-id")).isEqualTo(EVENT_TEXT);
        assertThat(header(request, "User-Agent")).isEqualTo("Posthorn/test");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void carries_old_and_new_signature_during_rotation(String profile) {
        var old = new EndpointSecrets.Previous(new Secret("an old secret of theirs"), NOW + 1);
        Endpoint rotated =
                SampleEndpoints.endpoint(profile)
                        .withSecrets(new EndpointSecrets(SECRET, List.of(old), null), NOW);

        OutgoingRequest request = SampleEndpoints.render(rotated, EVENT, 1);

        assertThat(header(request, "webhook-signature").split(" ")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void renders_the_same_request_again_years_later(String profile) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile);

        assertThat(SampleEndpoints.render(endpoint, EVENT, 3))
                .usingRecursiveComparison()
                .isEqualTo(SampleEndpoints.render(endpoint, EVENT, 3));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void sends_unicode_as_utf_8(String profile) {
        Event event =
                SampleEndpoints.event(
                        "user.created", new EntityId.Text("\"ü😀\\"), "{\"id\":\"ü😀\"}");

        byte[] body = SampleEndpoints.render(SampleEndpoints.endpoint(profile), event, 1).body();

        assertThat(new String(body, StandardCharsets.UTF_8)).contains("{\"id\":\"ü😀\"}");
    }
}
