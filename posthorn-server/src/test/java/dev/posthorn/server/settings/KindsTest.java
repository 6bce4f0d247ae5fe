package dev.posthorn.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.server.egress.PortRanges;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "15s,PT15S", "10m,PT10M", "6h,PT6H", "7d,PT168H"})
    void reads_durations(String text, Duration expected) throws NotAValue {
        assertThat(Kinds.DURATION.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "s", "-1s", "1.5h", "1w", "15 s", "1h30m", "9999999999s"})
    void refuses_what_is_no_duration(String text) {
        assertThatThrownBy(() -> Kinds.DURATION.parse(text))
                .hasMessage("must be a duration, such as 250ms, 15s, 10m, 6h or 7d");
    }

    @ParameterizedTest
    @CsvSource({"65536,65536", "64KiB,65536", "1 MiB,1048576", "2GiB,2147483648", "5B,5"})
    void reads_sizes(String text, long bytes) throws NotAValue {
        assertThat(Kinds.SIZE.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1MB", "-5", "lots", "1.5GiB"})
    void refuses_what_is_no_size(String text) {
        assertThatThrownBy(() -> Kinds.SIZE.parse(text))
                .hasMessage("must be a size, such as 65536, 64KiB or 1MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080,127.0.0.1,8080",
        "[::1]:0,::1,0",
        "localhost:80,localhost,80",
        "0.0.0.0:65535,0.0.0.0,65535"
    })
    void reads_listen_addresses(String text, String host, int port) throws NotAValue {
        assertThat(Kinds.ADDRESS.parse(text)).isEqualTo(new ListenAddress(host, port));
        assertThat(new ListenAddress(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", ":8080", "host", "host:", "host:65536", "::1:80", "host:-1"})
    void refuses_what_is_no_listen_address(String text) {
        assertThatThrownBy(() -> Kinds.ADDRESS.parse(text)).hasMessageContaining("HOST:PORT");
    }

    @Test
    void a_free_disk_rule_is_the_greater_of_its_parts() throws NotAValue {
        DiskReserve both = Kinds.DISK.parse("1GiB,5%");
        assertThat(both).isEqualTo(new DiskReserve(5, 1L << 30));
        assertThat(both.onDiskOf(1L << 30)).isEqualTo(1L << 30);
        assertThat(both.onDiskOf(100_000_000_000L)).isEqualTo(5_000_000_000L);
        assertThat(Kinds.DISK.parse("10%")).isEqualTo(new DiskReserve(10, 0));
    }

    @Test
    void address_ranges_contain_their_addresses_only() throws NotAValue {
        var ranges = Kinds.RANGES.parse("127.0.0.0/8, fd00::/8,192.0.2.7");
        assertThat(ranges).hasToString("[127.0.0.0/8, fd00:0:0:0:0:0:0:0/8, 192.0.2.7/32]");
        assertThat(ranges.get(0).contains(InetAddress.ofLiteral("127.9.9.9"))).isTrue();
        assertThat(ranges.get(0).contains(InetAddress.ofLiteral("128.0.0.1"))).isFalse();
        assertThat(ranges.get(0).contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(ranges.get(1).contains(InetAddress.ofLiteral("fdab::1"))).isTrue();
        assertThat(ranges.get(2).contains(InetAddress.ofLiteral("192.0.2.8"))).isFalse();
        assertThat(Kinds.RANGES.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.0/33", "127.0.0.0/", "10/8/8", "::/-1", ","})
    void refuses_what_is_no_address_range(String text) {
        assertThatThrownBy(() -> Kinds.RANGES.parse(text)).hasMessageContaining("address ranges");
    }

    @Test
    void ports_are_allowed_unless_refused() throws NotAValue {
        PortRanges rules = Kinds.PORTS.parse("80,1024-2000,!1100-1200");
        assertThat(List.of(80, 1024, 1099, 1201, 2000)).allMatch(rules::contains);
        assertThat(List.of(79, 81, 1023, 1100, 1200, 2001)).noneMatch(rules::contains);
        assertThat(Kinds.PORTS.parse("*").contains(6379)).isTrue();
        assertThat(Kinds.PORTS.parse("*,!25").contains(25)).isFalse();
    }

    @Test
    void databases_are_refused_by_default() {
        PortRanges rules = Settings.standard().get(Known.EGRESS_PORTS);
        assertThat(List.of(80, 443, 8080, 8443, 65_535)).allMatch(rules::contains);
        assertThat(List.of(22, 25, 3306, 5432, 6379, 9200, 27_018)).noneMatch(rules::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "10-5", "http", "80;443", ""})
    void refuses_what_are_no_ports(String text) {
        assertThatThrownBy(() -> Kinds.PORTS.parse(text)).hasMessageContaining("must be ports");
    }

    @Test
    void public_urls_are_http_and_have_a_host() {
        assertThatThrownBy(() -> Kinds.URL.parse("example.com")).hasMessageContaining("a URL");
        assertThatThrownBy(() -> Kinds.URL.parse("ftp://example.com"))
                .hasMessageContaining("a URL");
        assertThatThrownBy(() -> Kinds.URL.parse("http://")).hasMessageContaining("a URL");
    }
}
