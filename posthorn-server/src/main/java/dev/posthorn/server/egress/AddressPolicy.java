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
     * Why {@code address} may not be connected to, or empty when it may.
     *
     * @param host what the owner wrote and may be told about; the address itself is not, when a
     *     name hides it: what our resolver sees inside is nobody's business
     */
    public Optional<Refusal> check(String host, InetAddress address) {
        AddressBits bits = AddressBits.of(address);
        if (SpecialRanges.isMetadata(bits)) {
            return Optional.of(
                    new Refusal(
                            host + " is a metadata service's address, which is never allowed."));
        }
        if (allowed.stream().anyMatch(cidr -> cidr.contains(bits))) {
            return Optional.empty();
        }
        return SpecialRanges.kindOf(bits).map(kind -> refusal(host, kind));
    }

    /** Empty only if every one of the addresses may be connected to. */
    public Optional<Refusal> checkAll(String host, List<InetAddress> addresses) {
        return addresses.stream().flatMap(a -> check(host, a).stream()).findFirst();
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
