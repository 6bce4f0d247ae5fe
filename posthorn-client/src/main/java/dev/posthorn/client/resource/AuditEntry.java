package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what, when, from where.
 *
 * @param id UUIDv7
 * @param organisation whose things were changed; null for the server's own
 * @param action what was done
 * @param actor who did it; without an id the server itself
 * @param target what it was done to
 * @param address where the call came from; null when it came from inside
 * @param changes field by field, secrets masked
 * @param dateCreated when
 */
public record AuditEntry(
        String id,
        @Nullable String organisation,
        String action,
        @Nullable Party actor,
        @Nullable Party target,
        @Nullable String address,
        @Nullable List<FieldChange> changes,
        @Nullable Instant dateCreated) {
    /**
     * Somebody or something.
     *
     * @param type such as {@code key} or {@code webhook_config}
     * @param id null for the server itself
     * @param name for people
     */
    public record Party(String type, @Nullable String id, @Nullable String name) {}

    /**
     * One field.
     *
     * @param field by its name in the API
     * @param before null when it was not set
     * @param after null when it is not set any more
     */
    public record FieldChange(String field, @Nullable String before, @Nullable String after) {}
}
