package dev.posthorn.server.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code resource} stands in the answer itself and in the items of a list, nowhere else: real
 * clients stumble over nested values that carry it. What others wrote, {@code data} of an event, is
 * left alone.
 */
final class Nesting {
    private Nesting() {}

    static List<String> problems(JsonNode answer) {
        List<String> problems = new ArrayList<>();
        boolean list = answer.path("resource").asString("").equals("list");
        if (list) {
            answer.path("data").forEach(item -> fields(item, "data[]", problems));
        }
        fields(answer, "", problems);
        return problems;
    }

    private static void fields(JsonNode resource, String path, List<String> problems) {
        for (Map.Entry<String, JsonNode> field : resource.properties()) {
            if (!List.of("data", "example", "schema").contains(field.getKey())) {
                nested(field.getValue(), path + "." + field.getKey(), problems);
            }
        }
    }

    private static void nested(JsonNode value, String path, List<String> problems) {
        if (value.has("resource")) {
            problems.add("a nested value carries resource: " + path);
        }
        value.forEach(inner -> nested(inner, path, problems));
    }
}
