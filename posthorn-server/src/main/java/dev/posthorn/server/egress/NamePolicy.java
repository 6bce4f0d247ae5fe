package dev.posthorn.server.egress;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses names that mean something only inside a network. A courtesy, so that a mistake shows at
 * once: what decides is the address a name leads to. Where the operator allows private networks,
 * local names are fine too.
 */
final class NamePolicy {
    private static final Set<String> LOCAL_SUFFIXES =
            Set.of(
                    "arpa",
                    "consul",
                    "corp",
                    "example",
                    "home",
                    "internal",
                    "intranet",
                    "invalid",
                    "lan",
                    "local",
                    "localhost",
                    "onion",
                    "svc",
                    "test");

    /** Requests for it are answered within the process and never looked up: see SampleReceiver. */
    private static final String SAMPLE = "sample-receiver.posthorn.invalid";

    private static final List<String> METADATA =
            List.of("metadata.goog", "metadata.google.internal");

    private NamePolicy() {}

    static Optional<Refusal> check(String name, boolean localAllowed) {
        if (METADATA.contains(name)) {
            return Optional.of(
                    new Refusal(name + " is a metadata service's name, which is never allowed."));
        }
        if (localAllowed || name.equals(SAMPLE) || !isLocal(name)) {
            return Optional.empty();
        }
        return Optional.of(
                new Refusal(
                        name
                                + " is a name of a local network. The operator can allow the network"
                                + " with the setting egress-allow, loopback also by starting with"
                                + " --dev."));
    }

    private static boolean isLocal(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || LOCAL_SUFFIXES.contains(name.substring(dot + 1));
    }
}
