package dev.posthorn.cli.openapi;

import dev.posthorn.cli.process.Failure;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Follows the references within one document. */
final class References {
    static final String COMPONENTS = "#/components/schemas/";
    static final String DEFINITIONS = "#/$defs/";

    /** What these hold is data, not schemas. */
    private static final Set<String> DATA = Set.of("const", "enum");

    private final JsonNode document;

    References(JsonNode document) {
        this.document = document;
    }

    /** {@code node}, or what it refers to. */
    JsonNode followed(JsonNode node) {
        JsonNode at = node;
        // A chain of references longer than this goes in a circle.
        for (int i = 0; i < 100 && at.path("$ref").isString(); i++) {
            at = target(at.path("$ref").asString());
        }
        return at;
    }

    private JsonNode target(String reference) {
        JsonNode found =
                reference.startsWith("#/")
                        ? document.at(JsonPointer.compile(reference.substring(1)))
                        : document.path("nothing");
        if (found.isMissingNode()) {
            throw new Failure(
                    "$ref " + reference + " leads to nothing in this document",
                    "Put what it refers to into the document: other files are not read.");
        }
        return found;
    }

    /** A copy of {@code schema} that carries the components it refers to in {@code $defs}. */
    JsonNode bundled(JsonNode schema) {
        if (!schema.isObject() || schema.has("$id")) {
            return schema;
        }
        Queue<String> wanted = new ArrayDeque<>();
        Set<String> seen = new TreeSet<>();
        ObjectNode bundle = (ObjectNode) schema.deepCopy();
        rewrite(bundle, reference -> toDefinition(reference, wanted));
        for (var name = wanted.poll(); name != null; name = wanted.poll()) {
            if (seen.add(name)) {
                JsonNode component = target(COMPONENTS + name).deepCopy();
                rewrite(component, reference -> toDefinition(reference, wanted));
                bundle.withObjectProperty("$defs").set(unescaped(name), component);
            }
        }
        return bundle;
    }

    private static String toDefinition(String reference, Queue<String> wanted) {
        if (!reference.startsWith(COMPONENTS)) {
            throw new Failure(
                    "$ref " + reference + " cannot be kept",
                    "Let it refer to something under " + COMPONENTS + ".");
        }
        String rest = reference.substring(COMPONENTS.length());
        int slash = rest.indexOf('/');
        wanted.add(slash < 0 ? rest : rest.substring(0, slash));
        return DEFINITIONS + rest;
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    /** Every reference in {@code node} becomes what {@code change} makes of it. */
    static void rewrite(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            object.set("$ref", StringNode.valueOf(change.apply(object.path("$ref").asString())));
        }
        if (node.isObject()) {
            node.properties().stream()
                    .filter(child -> !DATA.contains(child.getKey()))
                    .forEach(child -> rewrite(child.getValue(), change));
        } else if (node.isArray()) {
            node.forEach(child -> rewrite(child, change));
        }
    }
}
