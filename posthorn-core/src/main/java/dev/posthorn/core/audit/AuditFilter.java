package dev.posthorn.core.audit;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail; null for any.
 *
 * @param actor the key that made the change
 * @param target sequence number of what was changed
 */
public record AuditFilter(
        @Nullable OrganisationId organisation,
        @Nullable KeyId actor,
        @Nullable String action,
        @Nullable Long target) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    public boolean matches(AuditEntry entry) {
        return (organisation == null || organisation.equals(entry.organisation()))
                && (actor == null || isBy(actor, entry.origin().author()))
                && (action == null || action.equals(entry.action()))
                && (target == null || target == entry.target().seq());
    }

    private static boolean isBy(KeyId wanted, Author author) {
        return switch (author) {
            case Author.ByKey(KeyId key, _) -> wanted.equals(key);
            case Author.ByPosthorn _ -> false;
        };
    }
}
