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
 * @param id UUIDv7
 * @param name for people
 * @param slug its name in addresses
 * @param defaultProfile the profile of endpoints that name none
 * @param paused whether to hold
 * @param dateCreated when it was made
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
