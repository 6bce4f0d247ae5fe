package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.EVENT_TEXT;
import static dev.posthorn.core.profile.SampleEndpoints.SECRET;
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
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.RicloudSigner;
import dev.posthorn.core.signature.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RicloudProfileTest {
    private static final Event EVENT =
            SampleEndpoints.event("task.sub.succeeded", EntityId.NONE, "{\"id\":\"t\"}");

    @Test
    void sends_the_event_as_it_stands_during_delivery() {
        OutgoingRequest request =
                SampleEndpoints.render(SampleEndpoints.endpoint("ricloud"), EVENT, 3);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(body(request))
                .isEqualTo(
                        "{\"id\":\""
                                + EVENT_TEXT
                                + "\",\"resource\":\"event\",\"type\":\"task.sub\","
                                + "\"action\":\"succeeded\",\"data\":{\"id\":\"t\"},"
                                + "\"state\":\"pending\",\"retries\":2,"
                                + "\"date_created\":\"2026-01-15T09:29:59.007Z\","
                                + "\"date_delivered\":null}");
    }

    @Test
    void signs_with_the_text_of_the_newest_secret() {
        var old =
                new EndpointSecrets.Previous(new Secret("an old secret of theirs"), Long.MAX_VALUE);
        Endpoint rotated =
                SampleEndpoints.endpoint("ricloud")
                        .withSecrets(new EndpointSecrets(SECRET, List.of(old), null), 0);

        OutgoingRequest request = SampleEndpoints.render(rotated, EVENT, 1);

        assertThat(header(request, "Ricloud-Signature"))
                .isEqualTo(new RicloudSigner(SECRET).sign("1768469400", request.body()));
    }

    @Test
    void puts_the_event_id_behind_the_path() {
        assertThat(url("https://a.example/webhooks/?k=1", true))
                .isEqualTo("https://a.example/webhooks/" + EVENT_TEXT + "?k=1");
        assertThat(url("https://a.example/webhooks/?k=1", false))
                .isEqualTo("https://a.example/webhooks/?k=1");
    }

    @Test
    void leaves_the_action_empty_for_a_type_without_one() {
        Event event = SampleEndpoints.event("ping", EntityId.NONE, "{}");

        assertThat(body(SampleEndpoints.render(SampleEndpoints.endpoint("ricloud"), event, 1)))
                .contains("\"type\":\"ping\",\"action\":\"\",");
    }

    private static String url(String configured, boolean append) {
        var options =
                new ProfileOptions(
                        append, Map.of(), DeleteBody.ID, Mode.STRUCTURED, Signature.HMAC, true);
        Endpoint endpoint =
                SampleEndpoints.endpoint(
                        SampleEndpoints.with(configured, "ricloud", options, Map.of(), null));
        return SampleEndpoints.render(endpoint, EVENT, 1).url();
    }
}
