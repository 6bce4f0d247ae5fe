package dev.posthorn.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestTemplateTest {
    private static final int DATA_BYTES = 1024;
    private static final int GROUPS = 50;

    @Test
    void an_event_carries_its_number_its_group_and_the_bytes_asked_for() {
        JsonNode event = body(1, 1234);

        assertThat(event.get("type").stringValue()).isEqualTo("bench.g00034");
        assertThat(event.get("type").stringValue()).isEqualTo(RequestTemplate.type(34));
        assertThat(event.get("data").get("n").stringValue()).isEqualTo("000000001234");
        assertThat(event.get("data").toString()).hasSize(DATA_BYTES);
    }

    @Test
    void a_batch_is_an_array_of_consecutive_events() {
        JsonNode events = body(3, 99);

        assertThat(events).hasSize(3);
        assertThat(events.get(0).get("type").stringValue()).isEqualTo("bench.g00049");
        assertThat(events.get(1).get("type").stringValue()).isEqualTo("bench.g00000");
        assertThat(events.get(2).get("data").get("n").stringValue()).isEqualTo("000000000101");
    }

    @Test
    void an_idempotency_key_is_made_of_the_number() {
        JsonNode events = body(2, 99, true);

        assertThat(events.get(0).get("idempotency_key").stringValue())
                .isEqualTo("bench-000000000099");
        assertThat(events.get(1).get("idempotency_key").stringValue())
                .isEqualTo("bench-000000000100");
    }

    @Test
    void announces_the_length_of_its_body() {
        String request = request(2, 0, false);
        int body = request.length() - request.indexOf("\r\n\r\n") - 4;

        assertThat(request).contains("\r\nContent-Length: " + body + "\r\n");
        assertThat(request).contains("\r\nAuthorization: Token secret\r\n");
    }

    @Test
    void refuses_events_too_small_for_their_fields() {
        assertThatThrownBy(() -> new RequestTemplate("a", "secret", 1, 10, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least");
    }

    private static JsonNode body(int batch, long first) {
        return body(batch, first, false);
    }

    private static JsonNode body(int batch, long first, boolean keyed) {
        String request = request(batch, first, keyed);
        return JsonMapper.shared().readTree(request.substring(request.indexOf("\r\n\r\n")));
    }

    private static String request(int batch, long first, boolean keyed) {
        RequestTemplate template = new RequestTemplate("a:1", "secret", batch, DATA_BYTES, keyed);
        ByteBuffer buffer = template.make();
        template.fill(buffer, first, event -> (int) (event % GROUPS));
        return StandardCharsets.US_ASCII.decode(buffer).toString();
    }
}
