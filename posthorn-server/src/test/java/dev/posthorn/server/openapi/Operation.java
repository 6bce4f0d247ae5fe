package dev.posthorn.server.openapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One method of one path. */
public record Operation(OpenApi document, String template, JsonNode path, JsonNode node) {
    /** Any call can be answered with these; they are described once. */
    private static final Set<Integer> ANYWHERE = Set.of(413, 414, 429, 431, 500, 503);

    /** The scopes of which one is needed; empty when any key will do, null without a token. */
    public @Nullable Set<String> scopes() {
        Set<String> scopes = new TreeSet<>();
        JsonNode security = node.path("security");
        if (security.isEmpty()) {
            return null;
        }
        security.forEach(one -> one.get("token").forEach(scope -> scopes.add(scope.stringValue())));
        return scopes;
    }

    Optional<JsonNode> response(int status) {
        JsonNode responses = node.get("responses");
        JsonNode found = responses.get(Integer.toString(status));
        if (found == null && ANYWHERE.contains(status)) {
            found = responses.get("default");
        }
        return Optional.ofNullable(found).map(document::resolved);
    }

    /** By content type. */
    Map<String, JsonNode> requestSchemas() {
        return schemas(document.resolved(node.path("requestBody")));
    }

    static Map<String, JsonNode> schemas(JsonNode body) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        body.path("content")
                .properties()
                .forEach(type -> schemas.put(type.getKey(), type.getValue().get("schema")));
        return schemas;
    }

    /** Schemas of the query's parameters, by name. */
    Map<String, JsonNode> query() {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        parameters()
                .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                .forEach(parameter ->
                        schemas.put(parameter.get("name").stringValue(), parameter.get("schema")));
        return schemas;
    }

    /** Names of the gaps in the path that are described. */
    public Set<String> gaps() {
        Set<String> names = new LinkedHashSet<>();
        parameters()
                .filter(parameter -> parameter.get("in").stringValue().equals("path"))
                .forEach(parameter -> names.add(parameter.get("name").stringValue()));
        return names;
    }

    private Stream<JsonNode> parameters() {
        return Stream.of(path.path("parameters"), node.path("parameters"))
                .flatMap(list -> List.copyOf(list.values()).stream())
                .map(document::resolved);
    }
}
