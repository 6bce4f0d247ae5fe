package dev.posthorn.core.user;

/**
 * A link that works once. The token itself is only in the link.
 *
 * @param tokenHash SHA-256 of the token, lower-case hexadecimal
 */
public record OneTimeLink(String tokenHash, Purpose purpose, long createdMs, long expiresMs) {

    /** What it is for. */
    public sealed interface Purpose {
        /** Makes the first user, an operator. Good until there is one. */
        record FirstUser() implements Purpose {}

        /** Sets a password: an invitation, or somebody forgot theirs. */
        record NewPassword(UserId user) implements Purpose {}

        record Portal(PortalPass pass) implements Purpose {}
    }

    boolean usableAt(long nowMs) {
        return nowMs < expiresMs;
    }
}
