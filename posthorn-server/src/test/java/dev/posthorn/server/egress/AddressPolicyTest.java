package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final AddressPolicy STRICT = new AddressPolicy(List.of());
    private static final AddressPolicy EVERYTHING =
            new AddressPolicy(List.of(Cidr.parse("0.0.0.0/0"), Cidr.parse("::/0")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "3ffe:ffff::1"
            })
    void lets_public_hosts_through(String address) {
        assertThat(STRICT.check("host", ip(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "161.26.0.8",
                "166.9.1.1",
                "169.254.1.1",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "199.36.153.5",
                "199.36.153.10",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses_what_is_not_a_public_host(String address) {
        assertThat(STRICT.check("host", ip(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "169.254.169.254", "fd00::1", "240.0.0.1"})
    void says_of_every_name_the_same_wherever_it_leads(String address) {
        assertThat(STRICT.checkAll("internal.example.com", List.of(ip(address))))
                .contains(
                        new Refusal(
                                "internal.example.com leads to an address that is not allowed: only"
                                        + " public ones are, and those of networks the operator"
                                        + " allows with the setting egress-allow, or loopback by"
                                        + " starting with --dev."));
    }

    @Test
    void mentions_dev_for_loopback() {
        assertThat(STRICT.check("127.0.0.1", ip("127.0.0.1")))
                .contains(
                        new Refusal(
                                "127.0.0.1 is at an address that is not allowed (loopback). The"
                                        + " operator can allow its network with the setting"
                                        + " egress-allow, or by starting with --dev."));
    }

    @Test
    void lets_through_what_the_operator_allowed_and_nothing_beside_it() {
        AddressPolicy policy = new AddressPolicy(List.of(Cidr.parse("10.1.0.0/16")));

        assertThat(policy.check("host", ip("10.1.255.1"))).isEmpty();
        assertThat(policy.check("host", ip("::ffff:10.1.0.1"))).isEmpty();
        assertThat(policy.check("host", ip("10.2.0.1"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "169.254.170.23",
                "169.254.42.42",
                "169.254.0.23",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16",
                "fd00:ec2::254",
                "fd00:ec2::23",
                "fd20:ce::254",
                "fd00:42::42",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "::ffff:0:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::169.254.169.254",
                "2002:a9fe:a9fe::",
                "2001:0:a9fe:a9fe::1",
                "2001:0:1:2:3:4:5601:5601",
                "2001:db8::5efe:a9fe:a9fe",
                "fe80::200:5efe:169.254.169.254"
            })
    void never_lets_metadata_services_through(String address) {
        assertThat(EVERYTHING.check("host", ip(address)))
                .contains(
                        new Refusal(
                                "host is a metadata service's address, which is never allowed."));
    }

    @Test
    void refuses_a_mixed_answer_whole() {
        Optional<Refusal> refusal =
                STRICT.checkAll("host", List.of(ip("1.1.1.1"), ip("127.0.0.1"), ip("8.8.8.8")));

        assertThat(refusal).isPresent();
        assertThat(STRICT.checkAll("host", List.of(ip("1.1.1.1"), ip("8.8.8.8")))).isEmpty();
    }

    private static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(text, e);
        }
    }
}
