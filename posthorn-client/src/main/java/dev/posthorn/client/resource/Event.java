package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that was published.
 *
 * @param type the entity alone, such as {@code user}
 * @param eventType the whole slug, such as {@code user.updated}
 * @param entityId text, number or null node, as published
 * @param state its deliveries summed up in one word, such as {@code pending}
 * @param deliveries how many were made
 * @param duplicate whether its idempotency key had been seen, so that nothing was published now
 * @param data as published; null except when retrieved alone
 * @param id UUIDv7
 * @param action what stands behind the last dot of the slug
 * @param organisation id or uid
 * @param key id of a key
 * @param channels names; any one will do
 * @param dateCreated when it was made
 */
public record Event(
        String id,
        String type,
        @Nullable String action,
        @Nullable String eventType,
        @Nullable JsonNode entityId,
        @Nullable String organisation,
        @Nullable String key,
        @Nullable List<String> channels,
        @Nullable String state,
        int deliveries,
        boolean duplicate,
        @Nullable Instant dateCreated,
        @Nullable JsonNode data) {}
