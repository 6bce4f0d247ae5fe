package dev.posthorn.core.user;

/** Why a user is not made or changed as asked. */
public sealed interface UserRejection {
    /** Used, too old, or never ours. */
    record LinkGone() implements UserRejection {}

    record NoSuchUser() implements UserRejection {}

    record NotAnEmail() implements UserRejection {}

    record EmailTaken() implements UserRejection {}

    record BadName() implements UserRejection {}

    /** {@code least}, {@code most}: characters. */
    record BadPassword(int least, int most) implements UserRejection {}

    record TooMany(int most) implements UserRejection {}

    /** Somebody has to stay who can do everything. */
    record LastOperator() implements UserRejection {}
}
