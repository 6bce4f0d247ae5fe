package dev.posthorn.server.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.id.PublicIds;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {
    private static final PublicIds IDS = new PublicIds(new byte[16]);
    private static final JsonMapper PARSER = JsonMapper.builder().build();

    private final JsonWriter json = new JsonWriter(IDS);

    @Test
    void puts_commas_between_values_only() {
        json.beginObject().number("a", 1).name("b").beginArray().beginObject().endObject();
        json.text("x").beginArray().endArray().endArray().bool("c", false).endObject();

        assertThat(written()).isEqualTo("{\"a\":1,\"b\":[{},\"x\",[]],\"c\":false}");
    }

    @Test
    void escapes_what_json_forbids_and_nothing_else() {
        json.text("\" \\ / \n \r \t \b \u0000 \u001f \u007f </script> é € \uD83D\uDCEF \u2028");

        assertThat(written())
                .isEqualTo(
                        "\"\\\" \\\\ / \\n \\r \\t \\u0008 \\u0000 \\u001f \u007f </script> é €"
                                + " \uD83D\uDCEF \u2028\"");
    }

    @Test
    void replaces_half_a_surrogate_pair() {
        json.text("a\uD83Db\uDCEFc\uD83D");

        assertThat(written()).isEqualTo("\"a\uFFFDb\uFFFDc\uFFFD\"");
    }

    @Test
    void writes_a_comma_after_text_that_ends_like_an_opening() {
        json.beginArray().text("[").text("{").text(":").endArray();

        assertThat(written()).isEqualTo("[\"[\",\"{\",\":\"]");
    }

    @Test
    void escapes_names_that_are_data() {
        json.texts("m", Map.of("a\"b", "c"));

        assertThat(written()).isEqualTo("\"m\":{\"a\\\"b\":\"c\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00.000Z",
        "1, 1970-01-01T00:00:00.001Z",
        "951782399999, 2000-02-28T23:59:59.999Z",
        "951782400000, 2000-02-29T00:00:00.000Z",
        "4102444800010, 2100-01-01T00:00:00.010Z",
    })
    void writes_times_with_milliseconds_in_utc(long ms, String expected) {
        json.time("t", ms);

        assertThat(written()).isEqualTo("\"t\":\"" + expected + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "0.25, 0.25", "-3, -3", "12.345, 12.345", "1e-5, 1.0E-5"})
    void writes_whole_decimals_without_a_point(double value, String expected) {
        json.decimal(value);

        assertThat(written()).isEqualTo(expected);
    }

    @Test
    void writes_ids_as_java_does() {
        Utf8Builder out = new Utf8Builder();
        Random random = new Random(7);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            out.uuid(id);
            expected.append(id);
        }

        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).hasToString("" + expected);
    }

    @Test
    void any_text_comes_back_as_it_went_in() {
        for (int seed = 0; seed < 2000; seed++) {
            String text = anyText(new Random(seed));
            JsonWriter one = new JsonWriter(IDS);
            one.beginObject().text("v", text).endObject();

            assertThat(PARSER.readTree(one.toBytes()).get("v").stringValue())
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(80);
        while (text.length() < length) {
            int codePoint = random.nextInt(1 << (1 + random.nextInt(20)));
            if (codePoint < 0xD800 || codePoint > 0xDFFF) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    private String written() {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }
}
