package dev.posthorn.server.api.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One call: what it does, who may make it, what goes in and what comes out. */
final class OperationSection {
    private static final List<String> PLACES = List.of("path", "query", "header");

    private final JsonNode root;

    OperationSection(JsonNode root) {
        this.root = root;
    }

    void write(String method, String path, JsonNode shared, JsonNode operation, Html html) {
        html.place("section", operation.get("operationId").stringValue());
        html.open("h3")
                .element("span", "method " + method, method.toUpperCase(Locale.ROOT))
                .raw(" ")
                .element("code", path)
                .close("h3");
        html.raw("<p class=\"summary\">")
                .raw(Prose.line(operation.path("summary").asString("")))
                .raw(".")
                .raw(scopes(operation.get("security")))
                .raw("</p>\n");
        html.raw(Prose.paragraphs(operation.path("description").asString("")));
        parameters(shared, operation, html);
        request(resolved(operation.path("requestBody")), html);
        responses(operation.get("responses"), html);
        html.raw("</section>\n");
    }

    /** Empty for what receivers get: they are not asked for a token. */
    private static String scopes(JsonNode security) {
        if (security == null) {
            return "";
        }
        if (security.isEmpty()) {
            return " <span class=\"scope\">no token</span>";
        }
        TreeSet<String> scopes = new TreeSet<>();
        security.forEach(one -> one.get("token").forEach(scope -> scopes.add(scope.stringValue())));
        String words = scopes.isEmpty() ? "any key" : String.join(" or ", scopes);
        return " <span class=\"scope\">" + Html.escaped(words) + "</span>";
    }

    private void parameters(JsonNode shared, JsonNode operation, Html html) {
        List<JsonNode> all = new ArrayList<>();
        shared.path("parameters").forEach(one -> all.add(resolved(one)));
        operation.path("parameters").forEach(one -> all.add(resolved(one)));
        if (all.isEmpty()) {
            return;
        }
        html.raw("<table><thead><tr><th>Parameter<th>In<th>Value<th>Meaning</thead><tbody>\n");
        for (String place : PLACES) {
            all.stream()
                    .filter(one -> one.get("in").stringValue().equals(place))
                    .forEach(one -> parameter(one, place, html));
        }
        html.raw("</tbody></table>\n");
    }

    private static void parameter(JsonNode parameter, String place, Html html) {
        html.raw("<tr><td><code>").text(parameter.get("name").stringValue()).raw("</code>");
        if (parameter.path("required").asBoolean(false)) {
            html.raw(" <span class=\"must\" title=\"needed\">*</span>");
        }
        html.raw("<td>").text(place);
        html.raw("<td>").raw(SchemaText.line(parameter.get("schema")));
        html.raw("<td>").raw(Prose.line(parameter.path("description").asString(""))).raw("\n");
    }

    private void request(JsonNode body, Html html) {
        for (Map.Entry<String, JsonNode> type : body.path("content").properties()) {
            html.raw("<p>Body ").element("code", type.getKey()).raw(": ");
            html.raw(SchemaText.line(type.getValue().get("schema"))).raw("</p>\n");
            FieldTable.write(type.getValue().get("schema"), html);
            examples(type.getValue(), html);
        }
    }

    private static void examples(JsonNode content, Html html) {
        if (content.has("example")) {
            html.element("pre", content.get("example").toPrettyString());
        }
        for (JsonNode example : content.path("examples")) {
            html.element("pre", example.get("value").toPrettyString());
        }
    }

    private void responses(JsonNode responses, Html html) {
        html.raw("<table><thead><tr><th>Answer<th>Body<th>Meaning</thead><tbody>\n");
        for (Map.Entry<String, JsonNode> entry : responses.properties()) {
            JsonNode response = resolved(entry.getValue());
            html.raw("<tr><td>").element("code", entry.getKey()).raw("<td>");
            response.path("content")
                    .forEach(content -> html.raw(SchemaText.line(content.get("schema"))));
            html.raw("<td>").raw(Prose.line(response.get("description").stringValue())).raw("\n");
        }
        html.raw("</tbody></table>\n");
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode ref = node.get("$ref");
        return ref == null ? node : root.at(ref.stringValue().substring(1));
    }
}
