package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is let through means the same to everyone who reads it. */
class UrlFuzzTest {
    private static final int URLS = 30_000;

    private static final List<String> PIECES =
            List.of(
                    "http",
                    "https",
                    "HTTP",
                    "://",
                    ":/",
                    "//",
                    "/",
                    "\\",
                    "?",
                    "#",
                    "@",
                    ":",
                    "..",
                    ".",
                    "example.com",
                    "localhost",
                    "127.0.0.1",
                    "127.1",
                    "0x7f",
                    "2130706433",
                    "0177",
                    "[::1]",
                    "[",
                    "]",
                    "::ffff:10.0.0.1",
                    "%",
                    "%2e",
                    "%00",
                    "%zz",
                    "80",
                    ":443",
                    ":0",
                    "65536",
                    " ",
                    "\t",
                    "\r\n",
                    "\u0000",
                    "\u3002",
                    "\u2460",
                    "é",
                    "xn--",
                    "-",
                    "_",
                    "a",
                    "&",
                    "=",
                    "[]",
                    "{",
                    "|",
                    "\"",
                    "user:pass@",
                    "169.254.169.254",
                    "1.1.1.1",
                    "%25eth0");

    private final UrlPolicy policy = new UrlPolicy(EgressSettings.DEFAULTS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lets_nothing_through_that_two_readers_could_take_for_different_hosts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < URLS; i++) {
            String url = url(random);
            if (policy.read(url) instanceof ReceiverUrl parts) {
                assertPlain(url, parts);
            }
        }
    }

    private static void assertPlain(String url, ReceiverUrl parts) {
        assertThat(url).as("visible ASCII").matches("[!-~]+").doesNotContain("\\", "#");
        URI uri = URI.create(url);
        assertThat(uri.getRawUserInfo()).as(url).isNull();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (parts.literal() == null) {
            assertThat(host).as(url).isIn(parts.host(), parts.host() + ".");
            assertThat(parts.host()).as(url).matches("[a-z0-9.-]+\\.[a-z0-9-]*[a-z][a-z0-9-]*");
        } else {
            assertThat(new AddressPolicy(List.of()).check(url, parts.literal())).as(url).isEmpty();
        }
        assertThat(parts.pathAndQuery()).as(url).startsWith("/");
    }

    private static String url(Random random) {
        StringBuilder url = new StringBuilder(random.nextInt(4) == 0 ? "" : "https://");
        if (random.nextBoolean()) {
            url.append("example.com/a");
        }
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            url.insert(
                    random.nextInt(3) == 0 ? random.nextInt(url.length() + 1) : url.length(),
                    PIECES.get(random.nextInt(PIECES.size())));
        }
        return url.toString();
    }
}
