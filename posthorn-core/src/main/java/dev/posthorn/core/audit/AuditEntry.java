package dev.posthorn.core.audit;

import dev.posthorn.core.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail. Changes of organisations, keys and endpoints are noted by themselves
 * ({@code directory.AuditedConfigStore}); any other action adds one line to the changes it saves:
 *
 * <pre>
 * new Change.Audited(AuditEntry.now("delivery.resend", owner, AuditTarget.of("delivery", seq)))
 * </pre>
 *
 * Its number, and so its time, is drawn when it is written, in the transaction of the change.
 *
 * @param organisation whose trail it belongs to; null for the operator's alone
 * @param action resource and verb, such as {@code key.rotate}
 */
public record AuditEntry(
        @Nullable OrganisationId organisation,
        String action,
        AuditTarget target,
        List<FieldChange> fields,
        Origin origin) {
    public AuditEntry {
        fields = List.copyOf(fields);
    }

    /** By whoever is behind this thread's work. {@code fields}: what is worth knowing of it. */
    public static AuditEntry now(
            String action,
            @Nullable OrganisationId organisation,
            AuditTarget target,
            FieldChange... fields) {
        return new AuditEntry(organisation, action, target, List.of(fields), Origin.current());
    }
}
