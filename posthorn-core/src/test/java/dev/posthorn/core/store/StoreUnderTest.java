package dev.posthorn.core.store;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import java.util.Map;

/** A store to hold to its contracts. Its clock stands at {@link StoreSamples#NOW}. */
public interface StoreUnderTest extends AutoCloseable {
    Journal journal();

    ConfigStore configuration();

    DeliveryCommands commands();

    Backlog backlog();

    /** How many deliveries are pending, by endpoint. */
    Map<EndpointId, Long> pendingCounts();

    /** Numbers as the store gives them, so that what it makes itself comes after them. */
    Sequence sequence();

    default StoreSamples samples() {
        return new StoreSamples(sequence());
    }

    /** What the commit listener heard. */
    HeardCommits heard();

    @Override
    default void close() {}
}
