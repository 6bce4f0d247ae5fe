package dev.posthorn.core.administration;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key somebody wants.
 *
 * @param organisation null for a key of the operator's
 * @param endpoint sequence number of the key's own endpoint, null for the default
 * @param expiresMs null for never
 */
public record NewKey(
        @Nullable OrganisationId organisation,
        @Nullable String name,
        Set<Scope> scopes,
        @Nullable Long endpoint,
        @Nullable Long expiresMs) {
    public NewKey {
        scopes = Set.copyOf(scopes);
    }
}
