package dev.posthorn.core.administration;

/** Why a key is not made or changed as asked. */
public sealed interface KeyRejection {
    record NoSuchKey() implements KeyRejection {}

    /** Its organisation was erased meanwhile. */
    record NoSuchOrganisation() implements KeyRejection {}

    /** The endpoint it names is none of its organisation's. */
    record NoSuchEndpoint() implements KeyRejection {}

    /** A key that may do nothing. */
    record NoScopes() implements KeyRejection {}

    /** Only a key of the operator's may be one, and such a key may only publish besides. */
    record ScopesDoNotFit() implements KeyRejection {}

    record TooMany(int most) implements KeyRejection {}
}
