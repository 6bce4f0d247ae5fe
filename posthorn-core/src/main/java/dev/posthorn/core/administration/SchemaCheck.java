package dev.posthorn.core.administration;

import dev.posthorn.core.event.Payload;
import java.util.Map;
import java.util.Optional;

/** What knows JSON Schema. Used by many threads. */
public interface SchemaCheck {
    /** What is wrong with a schema, as the end of a sentence; empty when it can be used. */
    Optional<String> problem(Payload schema);

    /**
     * What of the data does not meet a schema without a {@link #problem}: the rule by JSON Pointer,
     * empty text for the whole.
     */
    Map<String, String> violations(Payload schema, Payload data);
}
