package dev.posthorn.core.user;

/** What came of a change to a user. */
public sealed interface UserResult {
    /** Durable and in force. */
    record Done(User user) implements UserResult {}

    /** Nothing was changed. */
    record Refused(UserRejection why) implements UserResult {}
}
