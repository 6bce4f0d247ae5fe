package dev.posthorn.core.store;

import java.util.List;

/**
 * The events of one publishing call on their way into a commit: all or none, unless {@link
 * #partial}. Implemented by whoever waits for the answer.
 */
public interface Acceptance {
    List<AcceptedEvent> events();

    /** Whether the others are written when the idempotency key of one came with another payload. */
    default boolean partial() {
        return false;
    }

    /** Bytes it counts against the accept queue's budget. */
    int bytes();

    /** Called once, on the committing thread, after the flush or instead of it. Must not block. */
    void completed(AcceptOutcome outcome);
}
