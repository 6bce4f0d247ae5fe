package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.server.egress.EgressProxy.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgressProxyTest {
    @Test
    void reads_both_kinds() {
        assertThat(EgressProxy.parse("http://proxy.example.com:3128"))
                .isEqualTo(new EgressProxy(Kind.HTTP, "proxy.example.com", 3128, null, null));
        assertThat(EgressProxy.parse("socks5://10.0.0.1:1080"))
                .isEqualTo(new EgressProxy(Kind.SOCKS5, "10.0.0.1", 1080, null, null));
        assertThat(EgressProxy.parse("http://[fd00::1]:3128"))
                .isEqualTo(new EgressProxy(Kind.HTTP, "fd00::1", 3128, null, null));
    }

    @Test
    void reads_a_password_and_never_shows_it() {
        EgressProxy proxy = EgressProxy.parse("http://posthorn:s3cr@t:x@proxy:3128");

        assertThat(proxy)
                .isEqualTo(new EgressProxy(Kind.HTTP, "proxy", 3128, "posthorn", "s3cr@t:x"));
        assertThat(proxy).hasToString("http://posthorn:…@proxy:3128");
    }

    @ParameterizedTest
    @CsvSource({
        "proxy:3128, starts with",
        "https://proxy:3128, starts with",
        "http://proxy, port is missing",
        "http://proxy:0, no number",
        "http://proxy:3128/, no number",
        "http://:3128, no host",
        "http://127.1:3128, no host",
        "http://fd00::1:3128, no host",
        "http://user@proxy:3128, user:password",
        "http://:secret@proxy:3128, user:password",
    })
    void says_what_is_wrong_without_repeating_it(String text, String why) {
        assertThatExceptionOfType(InvalidEgressText.class)
                .isThrownBy(() -> EgressProxy.parse(text))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
