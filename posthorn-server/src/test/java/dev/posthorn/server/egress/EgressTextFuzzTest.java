package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Networks, ports, proxies and literals: read as meant, or refused in our own words. */
class EgressTextFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "10.0.0.0",
                    "/8",
                    "/",
                    "::1",
                    "::",
                    ":",
                    "ffff",
                    ".",
                    "0",
                    "00",
                    "1",
                    "255",
                    "256",
                    "65535",
                    "-",
                    "!",
                    "*",
                    ",",
                    "80",
                    "http://",
                    "socks5://",
                    "@",
                    "user:pw",
                    "[",
                    "]",
                    "proxy",
                    "%",
                    "\u0661",
                    "\uff11",
                    " ",
                    "x",
                    "0x7f",
                    "64:ff9b::",
                    "e");

    private final long seed = Long.getLong("posthorn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void a_network_that_is_read_is_shown_so_that_it_reads_the_same() {
        roundTrips(Cidr::parse, Cidr.class);
    }

    @Test
    void so_are_ports() {
        roundTrips(PortRanges::parse, PortRanges.class);
    }

    @Test
    void a_proxy_is_read_or_refused() {
        for (int round = 0; round < ROUNDS; round++) {
            read(text(), EgressProxy::parse)
                    .ifPresent(proxy -> assertThat(proxy.port()).isBetween(1, 65535));
        }
    }

    @Test
    void a_literal_is_the_address_the_jdk_reads_too() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text();
            Optional<InetAddress> literal = IpLiteral.parse(text);
            if (literal.isPresent()) {
                assertThat(InetAddress.getByName(text))
                        .as("-Dposthorn.seed=" + seed + ": " + text)
                        .isEqualTo(literal.get());
            }
        }
    }

    /** However a forbidden address is written, nobody may have it for a URL. */
    @Test
    void no_spelling_of_a_forbidden_address_is_let_through() {
        UrlPolicy policy = new UrlPolicy(EgressSettings.DEFAULTS);
        for (int round = 0; round < ROUNDS; round++) {
            int address = forbidden();
            String url = "http://" + spelled(address) + ":8080/";
            assertThat(policy.check(url)).as("-Dposthorn.seed=" + seed + ": " + url).isPresent();
        }
    }

    private int forbidden() {
        int[] networks = {0x0a000000, 0x7f000000, 0xa9fe0000, 0xc0a80000, 0xac100000, 0xf0000000};
        return networks[random.nextInt(networks.length)] | random.nextInt(1 << 16);
    }

    private String spelled(int address) {
        int a = address >>> 24;
        int b = (address >>> 16) & 255;
        int c = (address >>> 8) & 255;
        int d = address & 255;
        String dotted = a + "." + b + "." + c + "." + d;
        String hex =
                Integer.toHexString(address >>> 16) + ":" + Integer.toHexString(address & 0xffff);
        return switch (random.nextInt(16)) {
            case 0 -> dotted;
            case 1 -> Integer.toUnsignedString(address);
            case 2 -> "0x" + Integer.toHexString(address);
            case 3 -> "0" + Integer.toOctalString(address);
            case 4 -> a + "." + (address & 0xffffff);
            case 5 -> a + "." + b + "." + (address & 0xffff);
            case 6 -> "0x" + Integer.toHexString(a) + "." + b + "." + c + "." + d;
            case 7 -> "0" + Integer.toOctalString(a) + "." + b + "." + c + "." + d;
            case 8 -> dotted + ".";
            case 9 -> "[::ffff:" + dotted + "]";
            case 10 -> "[::ffff:" + hex + "]";
            case 11 -> "[::" + dotted + "]";
            case 12 -> "[64:ff9b::" + dotted + "]";
            case 13 -> "[2002:" + hex + "::1]";
            case 14 -> "[0:0:0:0:ffff:0:" + hex + "]";
            default -> dotted.replace('.', '\u3002');
        };
    }

    private <T> void roundTrips(Function<String, T> parser, Class<T> type) {
        for (int round = 0; round < ROUNDS; round++) {
            read(text(), parser)
                    .ifPresent(value ->
                            assertThat(read(value.toString(), parser))
                                    .as("-Dposthorn.seed=%d: a %s", seed, type.getSimpleName())
                                    .contains(value));
        }
    }

    private <T> Optional<T> read(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidEgressText ours) {
            return Optional.empty();
        } catch (RuntimeException other) {
            throw new AssertionError("-Dposthorn.seed=" + seed + ": " + text, other);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
