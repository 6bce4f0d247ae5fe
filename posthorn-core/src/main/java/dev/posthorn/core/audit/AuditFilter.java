package dev.posthorn.core.audit;

import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail; null for any.
 *
 * @param actor sequence number of the key or user who made the change
 * @param target sequence number of what was changed
 */
public record AuditFilter(
        @Nullable OrganisationId organisation,
        @Nullable Long actor,
        @Nullable String action,
        @Nullable Long target) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    public boolean matches(AuditEntry entry) {
        return (organisation == null || organisation.equals(entry.organisation()))
                && (actor == null || actor.equals(entry.origin().author().seq()))
                && (action == null || action.equals(entry.action()))
                && (target == null || target == entry.target().seq());
    }
}
