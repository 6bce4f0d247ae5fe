package dev.posthorn.core.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's credential. Only the SHA-256 of its token is kept ({@code tokenHash}, lower-case
 * hexadecimal).
 *
 * @param organisation null for a key that belongs to the operator
 * @param endpoint sequence number of the key's own endpoint, null when it uses the default
 * @param expiresMs null when it never expires
 */
public record Key(
        KeyId id,
        @Nullable OrganisationId organisation,
        @Nullable String name,
        Set<Scope> scopes,
        String tokenHash,
        KeyState state,
        @Nullable Long endpoint,
        long createdMs,
        @Nullable Long expiresMs) {
    public Key {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope wanted) {
        return scopes.contains(Scope.OPERATOR)
                || scopes.contains(wanted)
                || (wanted == Scope.READ && scopes.contains(Scope.MANAGE));
    }

    public boolean usableAt(long nowMs) {
        return state == KeyState.ACTIVE && (expiresMs == null || nowMs < expiresMs);
    }
}
