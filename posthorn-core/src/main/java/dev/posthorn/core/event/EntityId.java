package dev.posthorn.core.event;

/** Which user, comment or company an event is about, kept in its JSON type. */
public sealed interface EntityId {
    /** Longest text accepted, characters. */
    int MAX_LENGTH = 256;

    record Text(String value) implements EntityId {}

    /** {@code digits} is a JSON integer as published, so that numbers beyond 2^53 survive. */
    record Numeric(String digits) implements EntityId {}

    record None() implements EntityId {}

    EntityId NONE = new None();
}
