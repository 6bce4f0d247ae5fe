package dev.posthorn.core.store;

import dev.posthorn.core.event.EventId;
import java.util.List;
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

    /** Nothing was written, or it is not known whether it was: the publisher must try again. */
    record Failed(String message) implements AcceptOutcome {}
}
