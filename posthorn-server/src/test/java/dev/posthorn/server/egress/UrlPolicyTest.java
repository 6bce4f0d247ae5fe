package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPolicyTest {
    private static final UrlPolicy STRICT = new UrlPolicy(EgressSettings.DEFAULTS);
    private static final UrlPolicy DEV = new UrlPolicy(EgressSettings.DEFAULTS.forDevelopment());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/",
                "HTTPS://Example.COM/Path",
                "http://example.com:8080/a/b?c=d",
                "https://example.com./a",
                "https://example.com?a=b",
                "https://example.com/%7Euser/a%20b?x[]=1&y=%5B",
                "https://example.com/~a/(b)/;c=1,2/@d!$'*+",
                "https://xn--bcher-kva.example.org/",
                "https://a-b.c3.example.net:8443/",
                "https://1.1.1.1/",
                "https://[2606:4700:4700::1111]:8443/",
                "https://3com.com/"
            })
    void takes_what_a_receiver_may_have(String url) {
        assertThat(STRICT.check(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https:/example.com/",
                "https:example.com",
                "javascript://example.com/",
                " https://example.com/",
                "https://example.com/ ",
                "https://example.com/a b",
                "https://example.com/\r\nHost: x",
                "https://example.com/\u0000",
                "https://example.com/#part",
                "https://user@example.com/",
                "https://user:password@example.com/",
                "https://example.com\\@evil.com/",
                "https://example.com\\evil",
                "https://exam\u0440le.com/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https:///path",
                "https://",
                "https://:443/",
                "https://example..com/",
                "https://.example.com/",
                "https://example.com../",
                "https://-example.com/",
                "https://example-.com/",
                "https://exa_mple.com/",
                "https://exam%70le.com/",
                "https://127%2e0%2e0%2e1/",
                "https://example.com:/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:080/",
                "https://example.com:+80/",
                "https://example.com:-1/",
                "https://example.com:80:443/",
                "https://example.com:8o/",
                "https://example.com/%zz",
                "https://example.com/%4",
                "https://example.com/%",
                "https://example.com/<a>",
                "https://example.com/a|b",
                "https://example.com/[a]",
                "https://example.com/?q=\"",
                "https://[::1/",
                "https://::1/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[v1.a]/",
                "https://[1.1.1.1]/",
                "https://[]/"
            })
    void refuses_what_is_no_plain_url(String url) {
        assertThat(DEV.check(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.1/",
                "http://2130706433/",
                "http://0/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://127.0.0.1.2/",
                "http://1.1.1.256/",
                "http://[::ffff:0177.0.0.1]/",
                "http://[::ffff:127.1]/",
                "http://example.0x/",
                "http://example.123/"
            })
    void refuses_every_other_way_to_write_an_address(String url) {
        assertThat(DEV.check(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://intranet/",
                "http://a.localhost/",
                "http://db.internal/",
                "http://printer.local/",
                "http://x.svc.cluster.local/",
                "http://1.0.0.127.in-addr.arpa/"
            })
    void keeps_away_from_the_inside_unless_allowed(String url) {
        assertThat(STRICT.check(url)).isPresent();
    }

    @Test
    void development_opens_loopback_and_local_names_but_no_other_network() {
        assertThat(DEV.check("http://127.0.0.1:9000/")).isEmpty();
        assertThat(DEV.check("http://[::1]:1/")).isEmpty();
        assertThat(DEV.check("http://localhost:9000/")).isEmpty();
        assertThat(DEV.check("http://10.0.0.1/")).isPresent();
        assertThat(DEV.check("http://169.254.169.254/")).isPresent();
        assertThat(DEV.check("http://metadata.google.internal/")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com:6379/|Port 6379 is not allowed. The operator can allow it with the"
                        + " setting egress-ports.",
                "ftp://example.com/|The URL must start with https:// or http://.",
                "http://user@example.com/|The URL carries a user name or password; use the endpoint's"
                        + " auth or headers.",
                "http://example.com/{id}|The URL has \"{\" where it must be escaped as %XX.",
                "http://example.com:x/|The URL's port must be a number from 1 to 65535.",
                "http://intranet/|intranet is a name of a local network. The operator can allow the"
                        + " network with the setting egress-allow, loopback also by starting with"
                        + " --dev."
            })
    void says_what_to_do(String url, String message) {
        assertThat(STRICT.check(url)).contains(new Refusal(message));
    }

    @Test
    void https_only_refuses_plain_http() {
        UrlPolicy policy = new UrlPolicy(EgressSettings.parse("", "", true));

        assertThat(policy.check("http://example.com/"))
                .contains(
                        new Refusal(
                                "The URL must start with https://: the operator's setting"
                                        + " https-only is on."));
        assertThat(policy.check("https://example.com/")).isEmpty();
    }

    @Test
    void refuses_more_than_2048_characters() {
        String url = "https://example.com/" + "a".repeat(2028);

        assertThat(STRICT.check(url)).isEmpty();
        assertThat(STRICT.check(url + "a")).isPresent();
    }

    @Test
    void takes_a_url_apart() {
        assertThat(STRICT.read("HTTPS://Example.COM.:8443?a=/b"))
                .isEqualTo(new ReceiverUrl(true, "example.com", 8443, null, "/?a=/b"));
        assertThat(DEV.read("http://[::1]/x"))
                .isInstanceOfSatisfying(
                        ReceiverUrl.class,
                        url ->
                                assertThat(List.of(url.host(), url.authority(), url.port()))
                                        .isEqualTo(List.of("::1", "[::1]", 80)));
        assertThat(authority("http://[::ffff:8.8.8.8]/")).isEqualTo("8.8.8.8");
        assertThat(authority("http://[2A00::1.2.3.4]:8081/"))
                .isEqualTo("[2a00:0:0:0:0:0:102:304]:8081");
    }

    private static String authority(String url) {
        return ((ReceiverUrl) STRICT.read(url)).authority();
    }
}
