package dev.posthorn.server.egress;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An address as 128 bits, IPv4 in its mapped form {@code ::ffff:a.b.c.d}: one arithmetic for both
 * families, and no two spellings of one address.
 */
record AddressBits(long high, long low) {
    private static final long MAPPED = 0x0000_ffff_0000_0000L;
    private static final long IPV4_MASK = 0xffff_ffffL;
    private static final long NAT64 = 0x0064_ff9bL;
    private static final long TEREDO = 0x2001_0000L;
    private static final long SIX_TO_FOUR = 0x2002L;
    private static final long ISATAP = 0x5efeL;

    static AddressBits of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == 4
                ? ofIpv4(bytes.getInt())
                : new AddressBits(bytes.getLong(), bytes.getLong());
    }

    static AddressBits ofIpv4(int address) {
        return new AddressBits(0, MAPPED | (address & IPV4_MASK));
    }

    boolean isIpv4() {
        return high == 0 && (low & ~IPV4_MASK) == MAPPED;
    }

    /** The IPv4 addresses that a translator, a tunnel or a lenient stack could make of this one. */
    List<AddressBits> embedded() {
        List<AddressBits> found = new ArrayList<>();
        if (endsInIpv4()) {
            found.add(ofIpv4((int) low));
        }
        if (high >>> 48 == SIX_TO_FOUR) {
            found.add(ofIpv4((int) (high >>> 16)));
        }
        if (high >>> 32 == TEREDO) {
            // The server's address, and the client's own, inverted in the last 32 bits.
            found.add(ofIpv4((int) high));
            found.add(ofIpv4(~(int) low));
        }
        return found;
    }

    /** Compatible {@code ::a.b.c.d}, translated {@code ::ffff:0:a.b.c.d}, NAT64, ISATAP. */
    private boolean endsInIpv4() {
        return high == 0 || high >>> 32 == NAT64 || ((low >>> 32) & 0xfdff_ffffL) == ISATAP;
    }
}
