package dev.posthorn.server.api.docs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The document as one page: made on the server, without scripts, to be searched by the browser. */
final class DocsPage {
    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "options");

    private final JsonNode root;
    private final Style style;
    private final Html html = new Html();

    DocsPage(JsonNode root, Style style) {
        this.root = root;
        this.style = style;
    }

    byte[] bytes() {
        String title = root.at("/info/title").asString("") + " API";
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", title)
                .raw("<style>")
                .raw(style.text())
                .raw("</style></head>\n<body>");
        navigation();
        html.raw("<main>").element("h1", title);
        html.raw(Prose.paragraphs(root.at("/info/description").asString("")));
        html.raw("<p>The same as a file: <a href=\"/openapi.yaml\">openapi.yaml</a>.</p>\n");
        calls();
        html.raw("<h2 id=\"webhooks\">What receivers get</h2>\n");
        OperationSection section = new OperationSection(root);
        root.get("webhooks")
                .properties()
                .forEach(one ->
                        methods(
                                one.getValue(),
                                (method, operation) ->
                                        section.write(
                                                method,
                                                "your URL",
                                                one.getValue(),
                                                operation,
                                                html)));
        schemas();
        html.raw("</main></body></html>\n");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void methods(JsonNode path, BiConsumer<String, JsonNode> use) {
        for (String method : METHODS) {
            if (path.has(method)) {
                use.accept(method, path.get(method));
            }
        }
    }

    private void navigation() {
        html.raw("<nav aria-label=\"Contents\">");
        for (JsonNode tag : root.get("tags")) {
            String name = tag.get("name").stringValue();
            html.raw("<details open><summary>").text(name).raw("</summary><ul>");
            within(
                    name,
                    (path, method, operation) ->
                            html.raw("<li>")
                                    .link(
                                            operation.get("operationId").stringValue(),
                                            operation.path("summary").asString("")));
            html.raw("</ul></details>");
        }
        html.raw("<ul><li>").link("webhooks", "What receivers get").raw("<li>");
        html.link("schemas", "Shapes").raw("</ul></nav>\n");
    }

    private void calls() {
        OperationSection section = new OperationSection(root);
        for (JsonNode tag : root.get("tags")) {
            String name = tag.get("name").stringValue();
            html.place("h2", name).text(name).raw("</h2>\n");
            html.raw(Prose.paragraphs(tag.path("description").asString("")));
            within(
                    name,
                    (path, method, operation) ->
                            section.write(
                                    method, path, root.get("paths").get(path), operation, html));
        }
    }

    /** Takes one call. */
    private interface Call {
        void take(String path, String method, JsonNode operation);
    }

    private void within(String tag, Call call) {
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            methods(
                    path.getValue(),
                    (method, operation) -> {
                        if (operation.at("/tags/0").asString("").equals(tag)) {
                            call.take(path.getKey(), method, operation);
                        }
                    });
        }
    }

    private void schemas() {
        html.raw("<h2 id=\"schemas\">Shapes</h2>\n<p>A star marks what is always there.</p>\n");
        root.at("/components/schemas")
                .properties()
                .forEach(schema -> {
                    html.place("h3", schema.getKey()).text(schema.getKey()).raw("</h3>\n");
                    html.raw("<p>").raw(SchemaText.line(schema.getValue())).raw(". ");
                    html.raw(Prose.line(schema.getValue().path("description").asString("")));
                    html.raw("</p>\n");
                    FieldTable.write(schema.getValue(), html);
                });
    }
}
