package dev.posthorn.cli.openapi;

import dev.posthorn.cli.process.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads event types out of a document: each webhook is one, by its name. */
public final class WebhooksSection {
    static final String ENFORCE = "x-posthorn-enforce";
    static final String ARCHIVED = "x-posthorn-archived";

    /** As the API has it; the length is the API's to judge. */
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,7}");

    private static final List<String> METHODS = List.of("post", "put", "patch", "delete", "get");

    private final JsonNode document;
    private final References references;
    private final BodyShape shape;

    public WebhooksSection(JsonNode document, BodyShape shape) {
        this.document = document;
        this.references = new References(document);
        this.shape = shape;
    }

    public List<DescribedType> types() {
        JsonNode webhooks =
                document.has("webhooks") ? document.path("webhooks") : document.path("x-webhooks");
        if (!webhooks.isObject() || webhooks.isEmpty()) {
            throw new Failure(
                    "the document has no webhooks",
                    "Event types are read from the section `webhooks` of OpenAPI 3.1.");
        }
        var types = new ArrayList<DescribedType>();
        for (Map.Entry<String, JsonNode> webhook : webhooks.properties()) {
            types.add(type(webhook.getKey(), webhook.getValue()));
        }
        return types;
    }

    private DescribedType type(String name, JsonNode item) {
        if (!SLUG.matcher(name).matches()) {
            throw new Failure(
                    "webhooks." + name + " is not the name of an event type",
                    "Name it with parts of A-Za-z0-9_- and dots between, such as user.updated.");
        }
        try {
            return type(name, references.followed(item), operation(references.followed(item)));
        } catch (Failure e) {
            throw new Failure("webhooks." + name + ": " + e.getMessage(), e.next());
        }
    }

    private DescribedType type(String name, JsonNode item, JsonNode operation) {
        JsonNode media = media(references.followed(operation.path("requestBody")));
        JsonNode schema = media.path("schema");
        // References within a schema with an id are to itself, not to the document.
        JsonNode seen = schema.has("$id") ? schema : references.followed(schema);
        boolean envelope = shape.isEnvelope(seen);
        return new DescribedType(
                name,
                description(operation, item),
                present(
                        references.bundled(
                                envelope ? seen.path("properties").path("data") : schema)),
                present(envelope ? example(media, seen).path("data") : example(media, seen)),
                operation.has(ENFORCE) ? operation.path(ENFORCE).asBoolean(false) : null,
                operation.path(ARCHIVED).asBoolean(false));
    }

    private static JsonNode operation(JsonNode item) {
        return METHODS.stream()
                .map(item::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new Failure("has no operation", "Describe its POST."));
    }

    /** What is sent as JSON; missing without a body. */
    private static JsonNode media(JsonNode body) {
        JsonNode content = body.path("content");
        return content.properties().stream()
                .filter(type -> type.getKey().matches("application/(.+\\+)?json.*"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(content.path("application/json"));
    }

    private JsonNode example(JsonNode media, JsonNode schema) {
        JsonNode named = media.path("examples").valueStream().findFirst().orElse(media.path("no"));
        return Stream.of(
                        media.path("example"),
                        references.followed(named).path("value"),
                        schema.path("example"),
                        schema.path("examples").path(0))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(schema.path("example"));
    }

    private static @Nullable String description(JsonNode operation, JsonNode item) {
        return Stream.of(operation, item)
                .flatMap(node -> Stream.of(node.path("description"), node.path("summary")))
                .map(text -> text.asString(""))
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : Objects.requireNonNull(node);
    }
}
