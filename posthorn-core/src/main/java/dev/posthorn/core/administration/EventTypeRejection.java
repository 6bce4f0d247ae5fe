package dev.posthorn.core.administration;

import java.util.Map;

/** Why an event type is not written as asked. */
public sealed interface EventTypeRejection {
    record NoSuchType() implements EventTypeRejection {}

    /** It is in the catalogue already, perhaps archived. */
    record AlreadyThere(boolean archived) implements EventTypeRejection {}

    record TooMany(int most) implements EventTypeRejection {}

    record BadSchema(String problem) implements EventTypeRejection {}

    /** There is nothing to enforce. */
    record NoSchema() implements EventTypeRejection {}

    /** {@code rules}: what it does not meet, by JSON Pointer. */
    record ExampleDoesNotFit(Map<String, String> rules) implements EventTypeRejection {
        public ExampleDoesNotFit {
            rules = Map.copyOf(rules);
        }
    }
}
