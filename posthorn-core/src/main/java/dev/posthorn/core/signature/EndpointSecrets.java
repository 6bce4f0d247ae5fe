package dev.posthorn.core.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one endpoint.
 *
 * @param previous secrets that still sign beside the one in use until their grace time ends, also
 *     key pairs ({@code whsk_…}) where ed25519 signs
 * @param ed25519 seed and public key as {@code whsk_…}; null until the endpoint asks for ed25519
 */
public record EndpointSecrets(Secret current, List<Previous> previous, @Nullable Secret ed25519) {
    public EndpointSecrets {
        previous = List.copyOf(previous);
    }

    /** {@code untilMs}: milliseconds since 1970 up to which it still signs. */
    public record Previous(Secret secret, long untilMs) {}

    public static EndpointSecrets of(Secret current) {
        return new EndpointSecrets(current, List.of(), null);
    }
}
