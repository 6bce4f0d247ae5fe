package dev.posthorn.cli.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSpanTest {
    @Test
    void cuts_out_bytes_as_they_are() {
        String data = "{ \"data\" :[1,{\"}\\\\\\\"\":\"é]\"}],\t\"x\":{} }";
        String json = "{\"a\":\"data\",\"n\":[{\"data\":1}], \"data\": " + data + ",\"b\":null}";
        assertThat(span(json, "data")).contains(data);
        assertThat(span(json, "b")).contains("null");
        assertThat(span(json, "x")).isEmpty();
    }

    private static Optional<String> span(String json, String field) {
        return JsonSpan.of(json.getBytes(UTF_8), field).map(bytes -> new String(bytes, UTF_8));
    }
}
