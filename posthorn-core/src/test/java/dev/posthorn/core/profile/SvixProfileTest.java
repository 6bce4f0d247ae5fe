package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SvixProfileTest {
    private static final Event EVENT =
            SampleEndpoints.event("invoice.paid", new EntityId.Numeric("7"), "{ \"amount\": 1.0}");

    @Test
    void sends_nothing_but_the_data_as_it_was_published() {
        OutgoingRequest request = render(SampleEndpoints.endpoint("svix"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("https://receiver.example.com/in");
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(body(request)).isEqualTo("{ \"amount\": 1.0}");
    }

    @Test
    void says_under_the_names_of_svix_what_the_standard_names_say() {
        OutgoingRequest request = render(SampleEndpoints.endpoint("svix"));

        for (String name : new String[] {"id", "timestamp", "signature"}) {
            assertThat(header(request, "svix-" + name))
                    .isNotEmpty()
                    .isEqualTo(header(request, "webhook-" + name));
        }
    }

    @Test
    void sends_its_own_headers_once_whatever_the_owner_chose() {
        Endpoint endpoint =
                SampleEndpoints.endpoint(
                        SampleEndpoints.with(
                                "https://receiver.example.com/in",
                                "svix",
                                ProfileOptions.DEFAULTS,
                                Map.of("Svix-Id", "another"),
                                null));

        assertThat(header(render(endpoint), "svix-id")).isEqualTo(SampleEndpoints.EVENT_TEXT);
    }

    private static OutgoingRequest render(Endpoint endpoint) {
        return SampleEndpoints.render(endpoint, EVENT, 2);
    }
}
