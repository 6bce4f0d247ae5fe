package dev.posthorn.core.ingest;

import dev.posthorn.core.event.EntityId;

/**
 * The 64-bit key by which a lane ordered by entity tells entities apart; never 0. Two entities that
 * share a key by chance wait for each other, no more. FNV-1a, finished with a mixing step.
 */
public final class EntityKey {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private EntityKey() {}

    /** Events without an entity wait for no other: {@code deliverySeq} is their key. */
    public static long of(EntityId entity, long deliverySeq) {
        return switch (entity) {
            case EntityId.Text(String value) -> hash('s', value);
            case EntityId.Numeric(String digits) -> hash('n', digits);
            case EntityId.None _ -> deliverySeq;
        };
    }

    private static long hash(char kind, String value) {
        long hash = (OFFSET ^ kind) * PRIME;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
