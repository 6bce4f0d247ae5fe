package dev.posthorn.cli.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        byte[] event = new EventLine(null, "r").event(line.getBytes(UTF_8), 7);
        assertThat(new String(event, UTF_8)).isEqualTo(expected);
    }

    @Test
    void a_type_is_quoted_as_json() throws EventLine.NotAnEvent {
        byte[] event = new EventLine("a\"b", "r").event("{}".getBytes(UTF_8), 1);
        assertThat(new String(event, UTF_8))
                .isEqualTo("{\"type\":\"a\\\"b\",\"idempotency_key\":\"r-1\",\"data\":{}}");
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
