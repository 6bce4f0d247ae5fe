package dev.posthorn.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookHeadersTest {

    @Test
    void looks_names_up_whatever_their_case() {
        var headers = WebhookHeaders.of(Map.of("Webhook-ID", "1"));

        assertThat(headers.apply("webhook-id")).isEqualTo("1");
        assertThat(headers.apply("webhook-timestamp")).isEmpty();
    }

    @Test
    void joins_what_was_sent_twice() {
        var headers = WebhookHeaders.ofLists(Map.of("Webhook-Id", List.of("1", "2")));

        assertThat(headers.apply("webhook-id")).isEqualTo("1, 2");
    }

    @Test
    void knows_profiles_by_name() {
        assertThat(WebhookProfile.named("fastcomments")).contains(WebhookProfile.FASTCOMMENTS);
        assertThat(WebhookProfile.named("FASTCOMMENTS")).isEmpty();
    }
}
