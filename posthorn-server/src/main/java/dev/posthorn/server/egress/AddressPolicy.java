package dev.posthorn.server.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Says which addresses may be connected to: public ones, and those of the networks the operator
 * allowed. Metadata services never. Immutable.
 */
public final class AddressPolicy {
    private final List<Cidr> allowed;

    public AddressPolicy(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Why an address its owner wrote down may not be connected to, or empty when it may.
     *
     * @param literal as written, for the sentence
     */
    public Optional<Refusal> check(String literal, InetAddress address) {
        AddressBits bits = AddressBits.of(address);
        if (SpecialRanges.isMetadata(bits)) {
            return Optional.of(
                    new Refusal(
                            literal + " is a metadata service's address, which is never allowed."));
        }
        return allows(bits)
                ? Optional.empty()
                : SpecialRanges.kindOf(bits).map(kind -> refusal(literal, kind));
    }

    /**
     * Why {@code name} may not be connected to, or empty when every one of its addresses may be.
     * The sentence is the same whatever they are: what our resolver sees inside is nobody's
     * business.
     */
    public Optional<Refusal> checkAll(String name, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            if (check(name, address).isPresent()) {
                return Optional.of(hidden(name));
            }
        }
        return Optional.empty();
    }

    private boolean allows(AddressBits bits) {
        for (Cidr cidr : allowed) {
            if (cidr.contains(bits)) {
                return true;
            }
        }
        return false;
    }

    private static Refusal hidden(String name) {
        return new Refusal(
                name
                        + " leads to an address that is not allowed: only public ones are, and those"
                        + " of networks the operator allows with the setting egress-allow, or"
                        + " loopback by starting with --dev.");
    }

    private static Refusal refusal(String host, String kind) {
        String dev = kind.equals(SpecialRanges.LOOPBACK) ? ", or by starting with --dev" : "";
        return new Refusal(
                host
                        + " is at an address that is not allowed ("
                        + kind
                        + "). The operator can allow its network with the setting egress-allow"
                        + dev
                        + ".");
    }
}
