package dev.posthorn.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenerAddressTest {
    private static final String URL = new ListenerAddress("0199-a", "zoe.laptop").url();

    @Test
    void stands_where_a_url_does() {
        assertThat(URL).isEqualTo("listener://0199-a/zoe.laptop");
        assertThat(ListenerAddress.isOne(URL)).isTrue();
        assertThat(ListenerAddress.isOne("https://listener//a/b")).isFalse();
    }

    @Test
    void is_told_from_what_a_profile_puts_behind_it() {
        assertThat(ListenerAddress.of(URL)).isEqualTo(URL);
        assertThat(ListenerAddress.of(URL + "/0199-e")).isEqualTo(URL);
        assertThat(ListenerAddress.pathOf(URL)).isEqualTo("/");
        assertThat(ListenerAddress.pathOf(URL + "/0199-e")).isEqualTo("/0199-e");
    }

    @Test
    void takes_short_plain_names() {
        assertThat(ListenerAddress.isName("Zoes-MacBook.local")).isTrue();
        assertThat(ListenerAddress.isName("a".repeat(64))).isTrue();
        assertThat(ListenerAddress.isName("a".repeat(65))).isFalse();
        assertThat(ListenerAddress.isName("")).isFalse();
        assertThat(ListenerAddress.isName("a/b")).isFalse();
    }
}
