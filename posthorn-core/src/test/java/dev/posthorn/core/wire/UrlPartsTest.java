package dev.posthorn.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPartsTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example/7",
        "https://a.example/, https://a.example/7",
        "https://a.example/webhooks, https://a.example/webhooks/7",
        "https://a.example/webhooks/, https://a.example/webhooks/7",
        "https://a.example/webhooks//, https://a.example/webhooks/7",
        "https://a.example?key=1/2, https://a.example/7?key=1/2",
        "https://a.example/w/?key=1&b=/, https://a.example/w/7?key=1&b=/",
        "https://a.example/w?, https://a.example/w/7?",
        "https://a.example/w#top, https://a.example/w/7",
    })
    void joins_with_exactly_one_slash(String url, String joined) {
        assertThat(UrlParts.of(url).append("7")).isEqualTo(joined);
    }
}
