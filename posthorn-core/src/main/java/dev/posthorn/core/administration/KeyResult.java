package dev.posthorn.core.administration;

import dev.posthorn.core.organisation.Key;

/** What came of a change to a key. */
public sealed interface KeyResult {
    /** Durable and in force. */
    record Done(Key key) implements KeyResult {}

    /** Nothing was changed. */
    record Refused(KeyRejection why) implements KeyResult {}
}
