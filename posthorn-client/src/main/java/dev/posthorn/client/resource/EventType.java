package dev.posthorn.client.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event type in the catalogue. Types need not be there to be published.
 *
 * @param slug such as {@code user.updated}
 * @param description for people
 * @param schema JSON Schema of {@code data}; null without
 * @param enforce whether publishing is held to the schema
 * @param example of {@code data}; tests send it
 * @param archived whether it is kept for the log alone
 * @param dateCreated null for a type Posthorn comes with
 * @param dateUpdated when it was changed last
 */
public record EventType(
        String slug,
        @Nullable String description,
        @Nullable JsonNode schema,
        boolean enforce,
        @Nullable JsonNode example,
        boolean archived,
        @Nullable Instant dateCreated,
        @Nullable Instant dateUpdated) {}
