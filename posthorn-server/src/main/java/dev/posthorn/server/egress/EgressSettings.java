package dev.posthorn.server.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the operator set about receivers' addresses.
 *
 * @param allow networks allowed although they are not public
 */
public record EgressSettings(List<Cidr> allow, PortRanges ports, boolean httpsOnly) {
    public static final EgressSettings DEFAULTS =
            new EgressSettings(List.of(), PortRanges.DEFAULT, false);

    private static final List<Cidr> LOOPBACK =
            List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

    public EgressSettings {
        allow = List.copyOf(allow);
    }

    /**
     * Reads the settings {@code egress-allow} and {@code egress-ports}.
     *
     * @param allow networks by commas; empty for none
     * @param ports as in {@link PortRanges}; empty for the default
     * @throws InvalidEgressText naming the setting and the part that cannot be read
     */
    public static EgressSettings parse(String allow, String ports, boolean httpsOnly) {
        return new EgressSettings(networks(allow), ranges(ports), httpsOnly);
    }

    /** For {@code --dev}: receivers on loopback, on any port. */
    public EgressSettings forDevelopment() {
        return new EgressSettings(
                Stream.concat(allow.stream(), LOOPBACK.stream()).distinct().toList(),
                PortRanges.ANY,
                httpsOnly);
    }

    private static List<Cidr> networks(String text) {
        List<Cidr> networks = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                networks.add(named("egress-allow", () -> Cidr.parse(part.strip())));
            }
        }
        return networks;
    }

    private static PortRanges ranges(String text) {
        return text.isBlank()
                ? PortRanges.DEFAULT
                : named("egress-ports", () -> PortRanges.parse(text.strip()));
    }

    private static <T> T named(String setting, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidEgressText e) {
            throw new InvalidEgressText(setting + ": " + e.getMessage());
        }
    }
}
