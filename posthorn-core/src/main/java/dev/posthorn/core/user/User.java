package dev.posthorn.core.user;

import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param email in lower case; no two users share one
 * @param passwordHash as {@link Passwords} made it; null until the first password is set
 * @param organisation null for operators, and for nobody else
 * @param active whether they may sign in
 */
public record User(
        UserId id,
        String email,
        String name,
        @Nullable String passwordHash,
        @Nullable OrganisationId organisation,
        Role role,
        boolean active,
        long createdMs) {
    public User {
        if ((role == Role.OPERATOR) != (organisation == null)) {
            throw new IllegalArgumentException(
                    "user " + id.seq() + ": operators have no organisation, all others have one");
        }
    }

    public User withPassword(String hash) {
        return new User(id, email, name, hash, organisation, role, active, createdMs);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "User[" + id.seq() + ", " + email + ", " + role + "]";
    }
}
