package dev.posthorn.server.settings;

import java.net.InetAddress;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param bits length of the common prefix
 */
public record Cidr(InetAddress network, int bits) {

    /** A lone address is a range of one. Names are refused: nothing is looked up. */
    static Cidr parse(String text) throws NotAValue {
        int slash = text.indexOf('/');
        try {
            var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = network.getAddress().length * 8;
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= all) {
                return new Cidr(network, bits);
            }
        } catch (IllegalArgumentException _) {
            // Neither an address nor a number: the same answer.
        }
        throw new NotAValue("must be address ranges with commas between, such as 127.0.0.0/8,::1");
    }

    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit & 7);
            if ((ours[bit >>> 3] & mask) != (theirs[bit >>> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
