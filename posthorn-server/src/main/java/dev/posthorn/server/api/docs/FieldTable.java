package dev.posthorn.server.api.docs;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields of an object, and those of objects within it, as a table. */
final class FieldTable {
    private FieldTable() {}

    static void write(JsonNode schema, Html html) {
        if (!schema.path("properties").isObject() || schema.get("properties").isEmpty()) {
            return;
        }
        html.raw("<table><thead><tr><th>Field<th>Value<th>Meaning</thead><tbody>\n");
        rows(schema, "", html);
        html.raw("</tbody></table>\n");
    }

    private static void rows(JsonNode schema, String within, Html html) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        for (Map.Entry<String, JsonNode> field : schema.get("properties").properties()) {
            String name = within + field.getKey();
            row(name, required.contains(field.getKey()), field.getValue(), html);
            inner(name, field.getValue(), html);
        }
    }

    static void row(String name, boolean required, JsonNode schema, Html html) {
        html.raw("<tr><td><code>").text(name).raw("</code>");
        if (required) {
            html.raw(" <span class=\"must\" title=\"always there\">*</span>");
        }
        html.raw("<td>").raw(SchemaText.line(schema));
        html.raw("<td>").raw(Prose.line(schema.path("description").asString(""))).raw("\n");
    }

    private static void inner(String name, JsonNode schema, Html html) {
        if (schema.has("properties")) {
            rows(schema, name + ".", html);
        }
        JsonNode items = schema.path("items");
        if (items.has("properties")) {
            rows(items, name + "[].", html);
        }
        JsonNode values = schema.path("additionalProperties");
        if (values.has("properties")) {
            rows(values, name + ".*.", html);
        }
        for (JsonNode choice : schema.path("oneOf")) {
            inner(name, choice, html);
        }
    }
}
