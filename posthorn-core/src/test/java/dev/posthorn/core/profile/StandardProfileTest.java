package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.ProfileOptions.DeleteBody;
import dev.posthorn.core.endpoint.ProfileOptions.Mode;
import dev.posthorn.core.endpoint.ProfileOptions.Signature;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardProfileTest {
    private static final ProfileOptions ED25519 =
            new ProfileOptions(
                    true, Map.of(), DeleteBody.ID, Mode.STRUCTURED, Signature.ED25519, true);
    private static final Event EVENT =
            SampleEndpoints.event(
                    "invoice.line.paid", new EntityId.Numeric("7"), "{\"amount\": 1.0}");

    @Test
    void wraps_the_data_with_type_and_time_of_the_event() {
        OutgoingRequest request =
                SampleEndpoints.render(SampleEndpoints.endpoint("standard"), EVENT, 4);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("https://receiver.example.com/in");
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(body(request))
                .isEqualTo(
                        "{\"type\":\"invoice.line.paid\","
                                + "\"timestamp\":\"2026-01-15T09:29:59.007Z\","
                                + "\"data\":{\"amount\": 1.0}}");
    }

    @Test
    void signs_with_a_key_pair_where_the_owner_wants_it() {
        Endpoint endpoint = SampleEndpoints.endpoint("standard", ED25519);
        var secrets =
                new EndpointSecrets(
                        SampleEndpoints.SECRET,
                        List.of(),
                        Ed25519Keys.generated(new byte[Ed25519Keys.SEED_BYTES]));

        OutgoingRequest request =
                SampleEndpoints.render(
                        endpoint.withSecrets(secrets, SampleEndpoints.NOW), EVENT, 1);

        assertThat(header(request, "webhook-signature")).startsWith("v1a,").doesNotContain(" ");
    }
}
