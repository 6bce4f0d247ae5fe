package dev.posthorn.server.api.caller;

import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Whose things a list shows. */
public sealed interface Whose {
    record Everyones() implements Whose {}

    record One(OrganisationId id) implements Whose {}

    /** An organisation was named that is out of reach: the list is empty. */
    record Nobodys() implements Whose {}

    /** The organisation to filter by, null for all. Not to be asked of {@link Nobodys}. */
    default @Nullable OrganisationId organisation() {
        return switch (this) {
            case Everyones _ -> null;
            case One(OrganisationId id) -> id;
            case Nobodys _ -> throw new IllegalStateException("nobody's things are not read");
        };
    }

    default boolean includes(@Nullable OrganisationId owner) {
        return switch (this) {
            case Everyones _ -> true;
            case One(OrganisationId id) -> id.equals(owner);
            case Nobodys _ -> false;
        };
    }
}
