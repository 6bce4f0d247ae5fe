package dev.posthorn.server.egress;

import java.util.List;
import java.util.Optional;

/**
 * The address ranges that are not plain public hosts, with a word for each. From the IANA
 * registries of special-purpose addresses, and public-looking ranges that clouds use inside.
 */
final class SpecialRanges {
    static final String LOOPBACK = "loopback";
    private static final String PRIVATE = "a private network";
    private static final String RESERVED = "a reserved range";
    private static final String CLOUD = "a cloud's internal services";

    private record Range(Cidr cidr, String what) {}

    private static final List<Range> SPECIAL =
            List.of(
                    range("0.0.0.0/8", "this machine"),
                    range("10.0.0.0/8", PRIVATE),
                    range("100.64.0.0/10", "a provider's shared network"),
                    range("127.0.0.0/8", LOOPBACK),
                    range("161.26.0.0/16", CLOUD),
                    range("166.8.0.0/14", CLOUD),
                    range("169.254.0.0/16", "link-local"),
                    range("172.16.0.0/12", PRIVATE),
                    range("192.0.0.0/24", RESERVED),
                    range("192.0.2.0/24", RESERVED),
                    range("192.31.196.0/24", RESERVED),
                    range("192.52.193.0/24", RESERVED),
                    range("192.88.99.0/24", RESERVED),
                    range("192.168.0.0/16", PRIVATE),
                    range("192.175.48.0/24", RESERVED),
                    range("198.18.0.0/15", RESERVED),
                    range("198.51.100.0/24", RESERVED),
                    range("199.36.153.4/30", CLOUD),
                    range("199.36.153.8/30", CLOUD),
                    range("203.0.113.0/24", RESERVED),
                    range("224.0.0.0/4", "multicast"),
                    range("240.0.0.0/4", RESERVED),
                    range("2001::/23", RESERVED),
                    range("2001:db8::/32", RESERVED),
                    range("2002::/16", "a tunnel to IPv4"),
                    range("3fff::/20", RESERVED),
                    range("::/128", "this machine"),
                    range("::1/128", LOOPBACK),
                    range("fc00::/7", PRIVATE),
                    range("fe80::/10", "link-local"),
                    range("ff00::/8", "multicast"));

    /** Outside of it nothing in IPv6 is a public host. */
    private static final Cidr GLOBAL_IPV6 = Cidr.parse("2000::/3");

    /** Where clouds hand out credentials to whoever asks from inside. */
    private static final List<Cidr> METADATA =
            List.of(
                    Cidr.parse("169.254.169.254"), // most clouds
                    Cidr.parse("169.254.170.2"), // AWS ECS
                    Cidr.parse("169.254.170.23"), // AWS EKS
                    Cidr.parse("fd00:ec2::23"),
                    Cidr.parse("fd00:ec2::254"), // AWS
                    Cidr.parse("fd20:ce::254"), // Google
                    Cidr.parse("169.254.42.42"), // Scaleway
                    Cidr.parse("fd00:42::42"),
                    Cidr.parse("169.254.0.23"), // Tencent
                    Cidr.parse("100.100.100.200"), // Alibaba
                    Cidr.parse("192.0.0.192"), // Oracle classic
                    Cidr.parse("168.63.129.16")); // Azure, in a public range

    private SpecialRanges() {}

    /** A word for what is there, empty for a public host. */
    static Optional<String> kindOf(AddressBits address) {
        for (Range range : SPECIAL) {
            if (range.cidr.contains(address)) {
                return Optional.of(range.what);
            }
        }
        return address.isIpv4() || GLOBAL_IPV6.contains(address)
                ? Optional.empty()
                : Optional.of(RESERVED);
    }

    /** Also when the address only carries such a one inside. */
    static boolean isMetadata(AddressBits address) {
        return listsMetadata(address)
                || address.embedded().stream().anyMatch(SpecialRanges::listsMetadata);
    }

    private static boolean listsMetadata(AddressBits address) {
        return METADATA.stream().anyMatch(cidr -> cidr.contains(address));
    }

    private static Range range(String cidr, String what) {
        return new Range(Cidr.parse(cidr), what);
    }
}
