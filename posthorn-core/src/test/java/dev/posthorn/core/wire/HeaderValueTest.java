package dev.posthorn.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderValueTest {

    @ParameterizedTest
    @CsvSource({
        "Euro € 😀, Euro%20%E2%82%AC%20%F0%9F%98%80",
        "plain-42/~!, plain-42/~!",
        "100% \"sure\", 100%25%20%22sure%22",
    })
    void encodes_what_a_header_may_not_hold(String text, String value) {
        assertThat(HeaderValue.percentEncoded(text)).isEqualTo(value);
    }

    @Test
    void lets_nobody_end_a_line() {
        assertThat(HeaderValue.percentEncoded("a\r\nb\u0000")).isEqualTo("a%0D%0Ab%00");
    }
}
