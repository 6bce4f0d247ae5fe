package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "127.0.0.1, 127.0.0.1/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "::1, 0:0:0:0:0:0:0:1/128",
        "fc00::/7, fc00:0:0:0:0:0:0:0/7",
        "::/0, 0:0:0:0:0:0:0:0/0",
        "::ffff:10.0.0.0/8, 10.0.0.0/8"
    })
    void reads_networks_and_single_addresses(String text, String shown) {
        assertThat(Cidr.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0/8, no IP address",
        "10.0.0.0/33, no number from 0 to 32",
        "10.0.0.0/, no number",
        "10.0.0.0/08, no number",
        "10.0.0.0/-1, no number",
        "fc00::/129, no number from 0 to 128",
        "localhost/8, no IP address",
        "fe80::1%eth0/64, no IP address",
        "010.0.0.0/8, no IP address",
        "10.0.0.1/8, did you mean 10.0.0.0/8?"
    })
    void says_what_is_wrong(String text, String why) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(InvalidEgressText.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(why);
    }

    @Test
    void an_empty_text_is_no_network() {
        assertThatThrownBy(() -> Cidr.parse("")).isInstanceOf(InvalidEgressText.class);
    }

    @Test
    void has_exactly_the_addresses_that_share_its_first_bits() throws UnknownHostException {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] base = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(base);
            int width = base.length * 8;
            int prefix = random.nextInt(width + 1);
            AddressBits bits = AddressBits.of(InetAddress.getByAddress(base));
            Cidr cidr = new Cidr(bits.high(), bits.low(), prefix + 128 - width);

            byte[] other = base.clone();
            int flipped = random.nextInt(width);
            other[flipped / 8] ^= (byte) (0x80 >>> (flipped % 8));

            assertThat(cidr.contains(InetAddress.getByAddress(base))).isTrue();
            assertThat(cidr.contains(InetAddress.getByAddress(other)))
                    .as("%s /%d, bit %d", text(base), prefix, flipped)
                    .isEqualTo(flipped >= prefix);
            assertThat(Cidr.parse(cidr.toString())).isEqualTo(cidr);
        }
    }

    private static String text(byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(address).getHostAddress();
    }
}
