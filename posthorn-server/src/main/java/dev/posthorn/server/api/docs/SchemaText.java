package dev.posthorn.server.api.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a schema allows, in a line: its type, its words, its bounds. */
final class SchemaText {
    private static final String REF = "#/components/schemas/";

    private SchemaText() {}

    /** HTML; schemas with a name are linked. */
    static String line(JsonNode schema) {
        if (schema.has("$ref")) {
            return link(schema.get("$ref").stringValue());
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return joined(schema.get(choice), " or ");
            }
        }
        if (schema.has("allOf")) {
            return list(schema.get("allOf"));
        }
        if (schema.has("const")) {
            return code(schema.get("const"));
        }
        return schema.has("enum") ? joined(schema.get("enum")) : typed(schema);
    }

    private static String link(String ref) {
        String name = ref.substring(REF.length());
        return "<a href=\"#" + Html.escaped(name) + "\">" + Html.escaped(name) + "</a>";
    }

    private static String joined(JsonNode schemas, String between) {
        return schemas.values().stream().map(SchemaText::line).collect(Collectors.joining(between));
    }

    private static String joined(JsonNode words) {
        return words.values().stream().map(SchemaText::code).collect(Collectors.joining(" · "));
    }

    private static String code(JsonNode value) {
        return "<code>"
                + Html.escaped(value.isString() ? value.stringValue() : value.toString())
                + "</code>";
    }

    /** A list of things, or a named schema with words of its own. */
    private static String list(JsonNode parts) {
        JsonNode items = parts.path(1).at("/properties/data/items");
        return items.isMissingNode()
                ? line(parts.get(0))
                : line(parts.get(0)) + " of " + line(items);
    }

    private static String typed(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.stringValue()));
        } else {
            types.add(type.asString("anything"));
        }
        String words = String.join(" or ", types);
        if (schema.has("items")) {
            words += " of " + line(schema.get("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            words += " of " + line(schema.get("additionalProperties"));
        }
        return words + bounds(schema);
    }

    private static String bounds(JsonNode schema) {
        List<String> bounds = new ArrayList<>();
        bound(schema, "minimum", "from ", "", bounds);
        bound(schema, "exclusiveMinimum", "above ", "", bounds);
        bound(schema, "maximum", "to ", "", bounds);
        bound(schema, "minLength", "at least ", " characters", bounds);
        bound(schema, "maxLength", "at most ", " characters", bounds);
        bound(schema, "maxItems", "at most ", " items", bounds);
        bound(schema, "maxProperties", "at most ", " fields", bounds);
        bound(schema, "default", "otherwise ", "", bounds);
        return bounds.isEmpty() ? "" : ", " + String.join(", ", bounds);
    }

    private static void bound(
            JsonNode schema, String keyword, String before, String after, List<String> bounds) {
        if (schema.has(keyword)) {
            bounds.add(before + Html.escaped(schema.get(keyword).asString()) + after);
        }
    }
}
