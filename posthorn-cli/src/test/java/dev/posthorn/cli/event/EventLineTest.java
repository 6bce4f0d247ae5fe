package dev.posthorn.cli.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLineTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"type\":\"a\"}','{\"idempotency_key\":\"r-7\",\"type\":\"a\"}'",
                "'  { \"a\\/b\": 9007199254740993, \"é\":1.0}',"
                        + "'{\"idempotency_key\":\"r-7\", \"a\\/b\": 9007199254740993, \"é\":1.0}'",
                "'{}','{\"idempotency_key\":\"r-7\"}'",
                "'{ }','{\"idempotency_key\":\"r-7\" }'",
                "'{\"idempotency_key\":\"mine\"}','{\"idempotency_key\":\"mine\"}'",
                "'{\"data\":{\"idempotency_key\":1}}',"
                        + "'{\"idempotency_key\":\"r-7\",\"data\":{\"idempotency_key\":1}}'",
            })
    void adds_a_key_and_leaves_everything_else_as_written(String line, String expected)
            throws EventLine.NotAnEvent {
        assertThat(withoutHash(event(null, "r", line, 7))).isEqualTo(expected);
    }

    @Test
    void a_type_is_quoted_as_json() throws EventLine.NotAnEvent {
        assertThat(withoutHash(event("a\"b", "r", "{}", 1)))
                .isEqualTo("{\"type\":\"a\\\"b\",\"idempotency_key\":\"r-1\",\"data\":{}}");
    }

    @Test
    void the_key_is_that_of_the_line_its_place_and_its_upload() throws EventLine.NotAnEvent {
        String first = event("a", "r", "{}", 1);
        assertThat(event("a", "r", "{}", 1)).isEqualTo(first);
        assertThat(
                        List.of(
                                first,
                                event("a", "r", "{}", 2),
                                event("a", "s", "{}", 1),
                                event("b", "r", "{}", 1).replace("\"b\"", "\"a\""),
                                event("a", "r", "{ }", 1).replace("{ }", "{}")))
                .doesNotHaveDuplicates();
    }

    private static String event(String type, String upload, String line, long number)
            throws EventLine.NotAnEvent {
        byte[] event = new EventLine(type, upload).event(line.getBytes(UTF_8), number);
        return new String(event, UTF_8);
    }

    private static String withoutHash(String event) {
        return event.replaceAll("[0-9a-f]{32}-", "r-");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "'[1]'|is not a JSON object",
                "'\"text\"'|is not a JSON object",
                "'{\"a\":1} {\"b\":2}'|has more than one JSON object",
                "'{\"a\":}'|is not JSON: ",
                "'{\"a\":1'|is not JSON: ",
                "'nonsense'|is not JSON: ",
            })
    void refuses_what_is_no_object(String line, String message) {
        assertThatThrownBy(() -> new EventLine(null, "r").event(line.getBytes(UTF_8), 1))
                .isInstanceOf(EventLine.NotAnEvent.class)
                .hasMessageStartingWith(message);
    }
}
