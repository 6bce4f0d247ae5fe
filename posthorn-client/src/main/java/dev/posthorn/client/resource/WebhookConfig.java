package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint: a URL that receives, with its settings.
 *
 * @param uid the caller's own id for it
 * @param secret what its requests are signed with; null for keys that may only read
 * @param eventTypes slugs and patterns; null when it gets what is routed to it
 * @param state {@code new}, {@code valid}, {@code invalid} or {@code deactivated}
 * @param receives a sentence on which events reach it
 */
public record WebhookConfig(
        String id,
        String organisation,
        String url,
        @Nullable String secret,
        String state,
        @Nullable String stateReason,
        @Nullable Instant dateCreated,
        @Nullable Instant dateUpdated,
        @Nullable Instant dateTested,
        @Nullable String uid,
        @Nullable String name,
        @Nullable String description,
        @Nullable String profile,
        @Nullable List<String> eventTypes,
        @Nullable Map<String, String> metadata,
        boolean paused,
        boolean verified,
        @Nullable String receives) {

    public boolean isValid() {
        return state.equals("valid");
    }

    /** Without the secret: values end up in logs. */
    @Override
    public String toString() {
        return "WebhookConfig[" + id + ", " + url + ", " + profile + ", " + state + "]";
    }
}
