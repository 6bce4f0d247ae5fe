package dev.posthorn.server.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8TextTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 2, ab",
        "aé, 2, a",
        "aéb, 3, aé",
        "a€, 2, a",
        "a€, 3, a",
        "a€b, 4, a€",
        "a📯, 2, a",
        "a📯, 4, a",
        "a📯b, 5, a📯"
    })
    void a_cut_never_splits_a_character(String text, int length, String expected) {
        assertThat(Utf8Text.cut(text.getBytes(UTF_8), length)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4"})
    void bytes_that_are_no_text_do_no_harm(int length) {
        byte[] continuations = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0xFF};

        assertThat(Utf8Text.cut(continuations, length)).isEqualTo("\uFFFD".repeat(length));
    }
}
