package dev.posthorn.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {

    @Test
    void copies_what_is_json_already() {
        byte[] data = "{\"é\":\"\\/\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(
                        text(
                                new JsonBytes(4)
                                        .raw("{\"n\":")
                                        .raw("-7")
                                        .raw(",\"d\":")
                                        .raw(data)
                                        .raw("}")))
                .isEqualTo("{\"n\":-7,\"d\":{\"é\":\"\\/\"}}");
    }

    @Test
    void hands_out_its_array_when_the_size_was_known() {
        JsonBytes json = new JsonBytes(2).raw("{}");

        assertThat(json.bytes()).isSameAs(json.bytes());
    }

    @Test
    void escapes_what_a_string_may_not_hold() {
        assertThat(text(new JsonBytes(0).string("a\"b\\c\n\r\t\u0001\u007fé😀\ud800/")))
                .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0001\u007fé😀\\ud800/\"");
    }

    @Test
    void writes_strings_any_parser_reads_back() {
        RandomGenerator random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder any = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                any.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
            byte[] json = new JsonBytes(0).string(any.toString()).bytes();
            assertThat(JsonMapper.shared().readValue(json, String.class)).isEqualTo(any.toString());
        }
    }

    @Test
    void writes_times_with_their_milliseconds() {
        assertThat(text(new JsonBytes(26).time(0))).isEqualTo("\"1970-01-01T00:00:00.000Z\"");
        assertThat(UtcTime.text(1_709_251_199_007L)).isEqualTo("2024-02-29T23:59:59.007Z");
        assertThat(UtcTime.text(4_102_444_800_120L)).isEqualTo("2100-01-01T00:00:00.120Z");
    }

    private static String text(JsonBytes json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }
}
