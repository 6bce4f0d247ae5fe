package dev.posthorn.server.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Reads addresses written as numbers, in their canonical forms only: four decimal parts, or IPv6
 * without a zone. Octal, hexadecimal and shortened forms mean different things to different stacks.
 * Nothing is ever looked up.
 */
public final class IpLiteral {
    private static final int LONGEST_IPV6 = 45;

    private IpLiteral() {}

    /** Empty when {@code text} is no canonical literal; IPv6 stands without brackets. */
    public static Optional<InetAddress> parse(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    private static Optional<InetAddress> ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            var part = Decimal.parse(parts[i], 0, 255);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            address[i] = (byte) part.getAsInt();
        }
        return Optional.of(byBytes(address));
    }

    private static Optional<InetAddress> ipv6(String text) {
        if (text.length() > LONGEST_IPV6 || !text.chars().allMatch(IpLiteral::inIpv6)) {
            return Optional.empty();
        }
        String tail = text.substring(text.lastIndexOf(':') + 1);
        if (tail.indexOf('.') >= 0 && ipv4(tail).isEmpty()) {
            // The JDK reads 0177 as 177 there, others as 127.
            return Optional.empty();
        }
        try {
            return Optional.of(Inet6Address.ofLiteral(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static boolean inIpv6(int c) {
        return c == ':' || c == '.' || Ascii.isHexDigit(c);
    }

    private static InetAddress byBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError("an address of 4 bytes", impossible);
        }
    }
}
