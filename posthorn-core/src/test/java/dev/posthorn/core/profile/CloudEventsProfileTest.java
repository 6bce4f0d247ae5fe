package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.EVENT_TEXT;
import static dev.posthorn.core.profile.SampleEndpoints.IDS;
import static dev.posthorn.core.profile.SampleEndpoints.ORGANISATION;
import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.ProfileOptions.DeleteBody;
import dev.posthorn.core.endpoint.ProfileOptions.Mode;
import dev.posthorn.core.endpoint.ProfileOptions.Signature;
import dev.posthorn.core.event.EntityId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudEventsProfileTest {
    private static final String SOURCE = "/organisations/" + IDS.text(ORGANISATION.seq());

    @Test
    void puts_all_attributes_in_the_body() {
        OutgoingRequest request = render(Mode.STRUCTURED, new EntityId.Numeric("81"));

        assertThat(header(request, "Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(header(request, "WebHook-Request-Origin")).isEqualTo("posthorn.example.com");
        assertThat(body(request))
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\""
                                + EVENT_TEXT
                                + "\",\"source\":\""
                                + SOURCE
                                + "\",\"type\":\"user.created\",\"subject\":\"81\","
                                + "\"time\":\"2026-01-15T09:29:59.007Z\","
                                + "\"datacontenttype\":\"application/json\","
                                + "\"data\":{\"id\": 81}}");
    }

    @Test
    void leaves_out_a_subject_that_is_not_there() {
        assertThat(body(render(Mode.STRUCTURED, EntityId.NONE))).doesNotContain("subject");
        assertThat(body(render(Mode.STRUCTURED, new EntityId.Text("")))).doesNotContain("subject");
        assertThat(header(render(Mode.BINARY, EntityId.NONE), "ce-subject")).isNull();
    }

    @Test
    void puts_attributes_in_headers_in_binary_mode() {
        OutgoingRequest request = render(Mode.BINARY, new EntityId.Text("Euro € 😀"));

        assertThat(body(request)).isEqualTo("{\"id\": 81}");
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(header(request, "WebHook-Request-Origin")).isEqualTo("posthorn.example.com");
        assertThat(header(request, "ce-specversion")).isEqualTo("1.0");
        assertThat(header(request, "ce-id")).isEqualTo(EVENT_TEXT);
        assertThat(header(request, "ce-source")).isEqualTo(SOURCE);
        assertThat(header(request, "ce-type")).isEqualTo("user.created");
        assertThat(header(request, "ce-time")).isEqualTo("2026-01-15T09:29:59.007Z");
        assertThat(header(request, "ce-subject")).isEqualTo("Euro%20%E2%82%AC%20%F0%9F%98%80");
        assertThat(header(request, "ce-datacontenttype")).isNull();
    }

    private static OutgoingRequest render(Mode mode, EntityId entity) {
        var options = new ProfileOptions(true, Map.of(), DeleteBody.ID, mode, Signature.HMAC, true);
        return SampleEndpoints.render(
                SampleEndpoints.endpoint("cloudevents", options),
                SampleEndpoints.event("user.created", entity, "{\"id\": 81}"),
                1);
    }
}
