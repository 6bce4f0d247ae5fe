package dev.posthorn.core.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was changed.
 *
 * @param resource as the API calls it, such as {@code webhook_config} or {@code delivery}
 * @param seq sequence number; 0 for what has a name only, such as an event type
 * @param name for a person: a uid, a name or a slug; null when there is none
 */
public record AuditTarget(String resource, long seq, @Nullable String name) {
    public static AuditTarget of(String resource, long seq) {
        return new AuditTarget(resource, seq, null);
    }

    public static AuditTarget named(String resource, String name) {
        return new AuditTarget(resource, 0, name);
    }
}
