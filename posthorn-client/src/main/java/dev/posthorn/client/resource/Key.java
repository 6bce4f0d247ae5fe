package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine's credential.
 *
 * @param organisation null for a key of the operator
 * @param scopes among {@code operator}, {@code publish}, {@code manage} and {@code read}
 * @param webhookConfig id of the key's own endpoint
 * @param token shown once, when the key is made or rotated
 * @param id UUIDv7
 * @param name for people
 * @param state {@code active}, {@code deactivated}, {@code blocked} or {@code expired}
 * @param dateCreated when it was made
 * @param dateExpires when it ends by itself; null for never
 * @param dateLastUsed to within a minute; null before its first use
 */
public record Key(
        String id,
        @Nullable String organisation,
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String webhookConfig,
        @Nullable String state,
        @Nullable String token,
        @Nullable Instant dateCreated,
        @Nullable Instant dateExpires,
        @Nullable Instant dateLastUsed) {

    /** Without the token: values end up in logs. */
    @Override
    public String toString() {
        return "Key[" + id + ", " + name + ", " + scopes + ", " + state + "]";
    }
}
