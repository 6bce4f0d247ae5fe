package dev.posthorn.core.administration;

import java.util.Map;

/** Why a profile of the operator's own is not written or deleted as asked. */
public sealed interface OwnProfileRejection {
    record NoSuchProfile() implements OwnProfileRejection {}

    /** The name is that of a profile Posthorn comes with. */
    record BuiltIn() implements OwnProfileRejection {}

    /** {@code endpoints} and organisations' defaults that would be left without it. */
    record InUse(int endpoints, int organisations) implements OwnProfileRejection {}

    record TooMany(int most) implements OwnProfileRejection {}

    record TooManyVersions(int most) implements OwnProfileRejection {}

    /** {@code problems}: by field. */
    record Invalid(Map<String, String> problems) implements OwnProfileRejection {
        public Invalid {
            problems = Map.copyOf(problems);
        }
    }
}
