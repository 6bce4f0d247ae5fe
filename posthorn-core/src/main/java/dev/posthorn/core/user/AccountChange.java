package dev.posthorn.core.user;

/** One row to write about people. */
public sealed interface AccountChange {
    record UserChange(User user) implements AccountChange {}

    record UserEnd(UserId user) implements AccountChange {}

    record SessionChange(Session session) implements AccountChange {}

    record SessionEnd(String tokenHash) implements AccountChange {}

    record LinkChange(OneTimeLink link) implements AccountChange {}

    record LinkEnd(String tokenHash) implements AccountChange {}
}
