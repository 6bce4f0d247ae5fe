package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "X-Api-Key",
                "token",
                "x_y",
                "A",
                "Accept",
                "Api!#$%&'*+.^`|~"
            })
    void takes_headers_of_the_owner(String name) {
        assertThat(HeaderPolicy.check(name, "a value\twith spaces")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "content-LENGTH",
                "Transfer-Encoding",
                "Connection",
                "Proxy-Authorization",
                "TE",
                "Upgrade",
                "Expect",
                "Content-Type",
                "User-Agent",
                "Cookie",
                "X-Forwarded-For",
                "webhook-id",
                "Webhook-Signature",
                "Ricloud-Signature",
                "Metadata-Flavor",
                "X-aws-ec2-metadata-token",
                "x-amz-target",
                "X-Goog-Api-Key",
                ":authority",
                "",
                "a b",
                "a:b",
                "a\r\nb",
                "naïve"
            })
    void refuses_names_with_a_meaning_or_none(String name) {
        assertThat(HeaderPolicy.check(name, "x")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\u0000", "é", "\u007f", " a", "a ", "\ta"})
    void refuses_values_that_could_break_a_request_apart(String value) {
        assertThat(HeaderPolicy.check("X-A", value)).isPresent();
    }

    @Test
    void bounds_number_and_size() {
        assertThat(HeaderPolicy.check("X-A", "x".repeat(4096))).isEmpty();
        assertThat(HeaderPolicy.check("X-A", "x".repeat(4097))).isPresent();
        assertThat(HeaderPolicy.checkAll(headers(32))).isEmpty();
        assertThat(HeaderPolicy.checkAll(headers(33))).isPresent();
    }

    @Test
    void names_the_first_header_that_is_wrong() {
        assertThat(HeaderPolicy.checkAll(Map.of("Host", "x")))
                .contains(
                        new Refusal("The header Host cannot be set: it has a meaning of its own."));
        assertThat(HeaderPolicy.check("a\u001b[31m", "x"))
                .contains(new Refusal("\"a?[31m\" is no header name."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void lets_no_line_break_through_whatever_comes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String name = text(random);
            String value = text(random);
            if (HeaderPolicy.check(name, value).isEmpty()) {
                assertThat(name).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
                assertThat(value).matches("([!-~]([\t -~]*[!-~])?)?");
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append((char) random.nextInt(random.nextInt(10) == 0 ? 0x2100 : 0x80));
        }
        return text.toString();
    }

    private static Map<String, String> headers(int count) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            headers.put("X-" + i, "x");
        }
        return headers;
    }
}
