package dev.posthorn.core.administration;

/** Why an endpoint is not made or changed as asked. */
public sealed interface EndpointRejection {
    record NoSuchEndpoint() implements EndpointRejection {}

    record NoSuchProfile(String name) implements EndpointRejection {}

    /** {@code problem} follows the field's name. */
    record BadSecret(String problem) implements EndpointRejection {}

    record UidTaken(String uid) implements EndpointRejection {}

    record TooMany(int most) implements EndpointRejection {}
}
