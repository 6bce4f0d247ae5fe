package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer who owns endpoints.
 *
 * @param uid the caller's own id for it
 * @param webhookConfigs ids of its endpoints
 * @param webhookConfigDefault id of the endpoint that gets what no key routes elsewhere
 * @param state {@code unconfigured} until one endpoint is valid, then {@code active}; {@code
 *     deactivated} or {@code blocked} by the operator
 */
public record Organisation(
        String id,
        @Nullable String uid,
        @Nullable String name,
        @Nullable String slug,
        @Nullable String defaultProfile,
        @Nullable List<String> webhookConfigs,
        @Nullable String webhookConfigDefault,
        boolean paused,
        @Nullable String state,
        @Nullable Instant dateCreated) {}
