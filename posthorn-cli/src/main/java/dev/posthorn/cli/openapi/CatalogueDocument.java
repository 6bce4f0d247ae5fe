package dev.posthorn.cli.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes event types as an OpenAPI 3.1 document that {@link WebhooksSection} reads back. */
public final class CatalogueDocument {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final boolean enveloped;

    private CatalogueDocument(boolean enveloped) {
        this.enveloped = enveloped;
    }

    /** {@code enveloped}: bodies as the profile {@code standard} sends them, not data alone. */
    public static JsonNode of(List<DescribedType> types, boolean enveloped) {
        return new CatalogueDocument(enveloped).written(types);
    }

    private JsonNode written(List<DescribedType> types) {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Event types").put("version", "1");
        ObjectNode webhooks = document.putObject("webhooks");
        types.forEach(type -> add(webhooks, type));
        return document;
    }

    private void add(ObjectNode webhooks, DescribedType type) {
        ObjectNode operation = webhooks.putObject(type.slug()).putObject("post");
        if (type.description() != null) {
            operation.put("description", type.description());
        }
        if (Boolean.TRUE.equals(type.enforce())) {
            operation.put(WebhooksSection.ENFORCE, true);
        }
        if (type.archived()) {
            operation.put(WebhooksSection.ARCHIVED, true);
        }
        addBody(operation, type);
        operation.putObject("responses").putObject("2XX").put("description", "Received.");
    }

    private void addBody(ObjectNode operation, DescribedType type) {
        if (type.schema() == null && type.example() == null && !enveloped) {
            return;
        }
        ObjectNode media =
                operation
                        .putObject("requestBody")
                        .putObject("content")
                        .putObject("application/json");
        JsonNode schema = type.schema() == null ? null : unbundled(type.slug(), type.schema());
        if (enveloped) {
            media.set("schema", envelope(type.slug(), schema));
        } else if (schema != null) {
            media.set("schema", schema);
        }
        if (type.example() != null) {
            media.set("example", enveloped ? sent(type.slug(), type.example()) : type.example());
        }
    }

    private static ObjectNode envelope(String slug, @Nullable JsonNode data) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putArray("required").add("type").add("timestamp").add("data");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("const", slug);
        properties.putObject("timestamp").put("type", "string").put("format", "date-time");
        if (data == null) {
            properties.putObject("data").put("type", "object");
        } else {
            properties.set("data", data);
        }
        return schema;
    }

    private static ObjectNode sent(String slug, JsonNode data) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", slug)
                .put("timestamp", "2026-11-22T10:00:00.000Z")
                .set("data", data);
    }

    /** {@code schema} with its {@code $defs} moved to where all schemas of a document are. */
    private JsonNode unbundled(String slug, JsonNode schema) {
        if (!(schema.deepCopy() instanceof ObjectNode moved)
                || schema.has("$id")
                || !schema.path("$defs").isObject()) {
            return schema;
        }
        JsonNode definitions = moved.remove("$defs");
        var names = new ComponentNames(document, slug, definitions);
        References.rewrite(moved, names::reference);
        definitions
                .properties()
                .forEach(definition -> {
                    JsonNode component = definition.getValue().deepCopy();
                    References.rewrite(component, names::reference);
                    components().set(names.of(definition.getKey()), component);
                });
        return moved;
    }

    private ObjectNode components() {
        return document.withObjectProperty("components").withObjectProperty("schemas");
    }
}
