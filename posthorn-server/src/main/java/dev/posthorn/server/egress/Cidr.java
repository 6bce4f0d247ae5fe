package dev.posthorn.server.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * A network such as {@code 10.0.0.0/8} or {@code fc00::/7}, its free bits zero.
 *
 * @param prefix fixed bits out of 128; an IPv4 {@code /8} is 104 here
 */
public record Cidr(long high, long low, int prefix) {
    private static final int IPV4_OFFSET = 96;

    public Cidr {
        high &= mask(prefix);
        low &= mask(prefix - 64);
    }

    /**
     * Reads {@code address/bits}; a bare address is a network of one.
     *
     * @throws InvalidEgressText when it is neither
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        InetAddress address =
                IpLiteral.parse(host)
                        .orElseThrow(() -> invalid(text, "\"" + host + "\" is no IP address"));
        int width = address.getAddress().length * 8;
        int bits = slash < 0 ? width : bits(text, text.substring(slash + 1), width);
        AddressBits first = AddressBits.of(address);
        Cidr cidr = new Cidr(first.high(), first.low(), bits + 128 - width);
        if (cidr.high != first.high() || cidr.low != first.low()) {
            throw invalid(text, "did you mean " + cidr + "?");
        }
        return cidr;
    }

    /** Whether the network has this address. */
    public boolean contains(InetAddress address) {
        return contains(AddressBits.of(address));
    }

    boolean contains(AddressBits address) {
        return (address.high() & mask(prefix)) == high
                && (address.low() & mask(prefix - 64)) == low;
    }

    @Override
    public String toString() {
        boolean ipv4 = new AddressBits(high, low).isIpv4() && prefix >= IPV4_OFFSET;
        return first(ipv4).getHostAddress() + "/" + (ipv4 ? prefix - IPV4_OFFSET : prefix);
    }

    private InetAddress first(boolean ipv4) {
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(high).putLong(low);
        byte[] address = new byte[ipv4 ? 4 : 16];
        bytes.get(16 - address.length, address, 0, address.length);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError("an address of 4 or 16 bytes", impossible);
        }
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= 64 ? -1L : -1L << (64 - bits);
    }

    private static int bits(String text, String digits, int width) {
        return Decimal.parse(digits, 0, width)
                .orElseThrow(
                        () -> invalid(text, "\"" + digits + "\" is no number from 0 to " + width));
    }

    private static InvalidEgressText invalid(String text, String why) {
        return new InvalidEgressText("\"" + text + "\" is no network: " + why);
    }
}
