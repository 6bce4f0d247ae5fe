package dev.posthorn.cli.openapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event type as a document describes it.
 *
 * @param schema JSON Schema of {@code data} that needs nothing outside itself; null without
 * @param example of {@code data}; null without
 * @param enforce null when the document does not say
 */
public record DescribedType(
        String slug,
        @Nullable String description,
        @Nullable JsonNode schema,
        @Nullable JsonNode example,
        @Nullable Boolean enforce,
        boolean archived) {}
