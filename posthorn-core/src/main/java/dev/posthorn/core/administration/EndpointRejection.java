package dev.posthorn.core.administration;

/** Why an endpoint is not made or changed as asked. */
public sealed interface EndpointRejection {
    record NoSuchEndpoint() implements EndpointRejection {}

    /** Its organisation was erased meanwhile. */
    record NoSuchOrganisation() implements EndpointRejection {}

    record NoSuchProfile(String name) implements EndpointRejection {}

    /** {@code problem} follows the field's name. */
    record BadSecret(String problem) implements EndpointRejection {}

    /** {@code problem} follows the field's name. */
    record BadAuth(String problem) implements EndpointRejection {}

    /**
     * So many old secrets are in their grace time already.
     *
     * @param freeAtMs when the first of them ends, milliseconds since 1970
     */
    record TooManyOldSecrets(int most, long freeAtMs) implements EndpointRejection {}

    record UidTaken(String uid) implements EndpointRejection {}

    record TooMany(int most) implements EndpointRejection {}
}
