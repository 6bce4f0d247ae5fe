package dev.posthorn.core.administration;

import dev.posthorn.core.catalogue.TypeEntry;

/** What came of a change to the catalogue. */
public sealed interface EventTypeResult {
    /** Durable and in force. */
    record Done(TypeEntry entry) implements EventTypeResult {}

    /** Nothing was changed. */
    record Refused(EventTypeRejection why) implements EventTypeResult {}
}
