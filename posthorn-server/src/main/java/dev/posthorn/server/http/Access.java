package dev.posthorn.server.http;

import dev.posthorn.core.organisation.Scope;
import java.util.EnumSet;
import java.util.Set;

/** Who may use a route. */
public sealed interface Access {
    /** Without a token. */
    record Anyone() implements Access {}

    /** Any key, whatever its scopes. */
    record AnyKey() implements Access {}

    /** Keys with at least one of these scopes; {@link Scope#OPERATOR} has them all. */
    record Holding(Set<Scope> anyOf) implements Access {
        public Holding {
            anyOf = Set.copyOf(anyOf);
        }
    }

    static Access anyone() {
        return new Anyone();
    }

    static Access anyKey() {
        return new AnyKey();
    }

    static Access holding(Scope first, Scope... more) {
        return new Holding(EnumSet.of(first, more));
    }

    /** Whether a key is good enough; {@link Anyone} asks for none. */
    default boolean admits(Caller caller) {
        return switch (this) {
            case Anyone _, AnyKey _ -> true;
            case Holding(Set<Scope> anyOf) -> anyOf.stream().anyMatch(caller::may);
        };
    }
}
