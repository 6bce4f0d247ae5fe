package dev.posthorn.core.store;

import dev.posthorn.core.event.EventId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of an {@link Acceptance}. */
public sealed interface AcceptOutcome {
    /**
     * Durable.
     *
     * @param repeats null when every event is new; otherwise per event the one it repeats, or null
     *     where it is new. Repeats were not written and make no deliveries.
     */
    record Committed(@Nullable List<@Nullable EventId> repeats) implements AcceptOutcome {}

    /** An idempotency key came back with another payload: nothing was written. */
    record KeyReused(int index) implements AcceptOutcome {}

    /**
     * Durable but for some whose idempotency key came back with another payload; only where {@link
     * Acceptance#partial}.
     *
     * @param repeats per event the one it repeats, or null where it is new or was not written
     * @param reused indexes of the events that were not written
     */
    record PartlyCommitted(List<@Nullable EventId> repeats, Set<Integer> reused)
            implements AcceptOutcome {
        public PartlyCommitted {
            reused = Set.copyOf(reused);
        }
    }

    /** Nothing was written, or it is not known whether it was: the publisher must try again. */
    record Failed(String message) implements AcceptOutcome {}
}
