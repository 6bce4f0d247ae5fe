package dev.posthorn.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"a\"} | \"a\"",
                "{\"id\":12345678901234567890} | 12345678901234567890",
                "{\"id\":1.50e3} | 1.50e3",
                "{\"x\":{\"id\":1,\"y\":[{\"id\":2}]},\"id\":3} | 3",
                "{\"x\":\"\\\"id\\\":4,\",\"id\":\"\\u00e9\\\"\"} | \"\\u00e9\\\"\"",
                "{\"x\":[],\"y\":{},\"z\":\"]}\",\"id\":\"é😀\"} | \"é😀\"",
                "{\"\\u0069\\u0064\":5} | 5",
                "{\"i\\u0064\":6} | 6",
                "{\"ids\":1,\"i\":2,\"ID\":3,\"\":4,\"id\":7} | 7",
            })
    void finds_the_id_as_it_was_published(String json, String id) {
        assertThat(scalar(json)).contains(id);
    }

    @Test
    void finds_it_whatever_the_white_space() {
        assertThat(scalar("\n{ \t\"id\" \r:\t-1 \n, \"x\":2}")).contains("-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"id\"",
                "{\"x\":{\"id\":1}}",
                "{\"id\":null}",
                "{\"id\":true}",
                "{\"id\":{}}",
                "{\"id\":[1]}",
                "{\"i\\d\":1}",
                "{\"\\u006\":1}",
                "{\"id",
                "{\"id\"",
                "{\"id\":",
                "{\"id\" 1}",
                "{\"x\":1 \"id\":2}",
                "",
            })
    void finds_nothing_where_there_is_no_scalar_id(String json) {
        assertThat(scalar(json)).isEmpty();
    }

    @Test
    void ends_on_any_bytes() {
        RandomGenerator random = new Random(17);
        String alphabet = "{}[]\"\\u0069d:, 1tfé";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder any = new StringBuilder("{");
            int length = random.nextInt(24);
            for (int j = 0; j < length; j++) {
                any.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            scalar(any.toString());
        }
    }

    private static Optional<String> scalar(String json) {
        return JsonMembers.scalar(json.getBytes(StandardCharsets.UTF_8), "id")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
