package dev.posthorn.cli.terminal;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints resources: for people on a terminal, as JSON for everything else. */
public final class Output {
    private final Terminal terminal;
    private final boolean json;
    private final boolean jsonWanted;

    /** {@code json}: whether JSON was asked for. */
    public Output(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json || !terminal.rich();
        this.jsonWanted = json;
    }

    /** Whether JSON was asked for: also what is printed as another kind of text can be JSON. */
    public boolean isJsonWanted() {
        return jsonWanted;
    }

    /** Whether a program reads what is printed, so that nothing may stand around it. */
    public boolean isJson() {
        return json;
    }

    public Terminal terminal() {
        return terminal;
    }

    public void json(JsonNode node) {
        terminal.line(Pretty.MAPPER.writeValueAsString(node));
    }

    /** A list as the API answers it; a resource that stands alone is shown field by field. */
    public void list(JsonNode list, List<Column> columns) {
        if (!list.path("resource").asString("").equals("list")) {
            one(list);
            return;
        }
        if (json) {
            json(list);
            return;
        }
        if (list.path("data").isEmpty()) {
            terminal.line("none");
        } else {
            table(list.path("data"), columns);
        }
        more(list);
    }

    public void table(JsonNode items, List<Column> columns) {
        var table = new Table(terminal, columns.stream().map(Column::title).toList());
        for (JsonNode item : items) {
            List<String> cells = columns.stream().map(column -> column.cell().apply(item)).toList();
            table.row(cells, styles(columns, cells));
        }
        table.print();
    }

    private static List<Style> styles(List<Column> columns, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> columns.get(i).isState() ? Style.ofState(cells.get(i)) : Style.PLAIN)
                .toList();
    }

    private void more(JsonNode list) {
        if (!list.path("has_more").asBoolean(false)) {
            return;
        }
        JsonNode last = list.path("data").path(list.path("data").size() - 1).path("id");
        String after = list.path("next_after_id").asString(last.asString(""));
        terminal.line(terminal.paint(Style.DIM, "There are more: add --after-id " + after));
    }

    /** One resource, a field per line. */
    public void one(JsonNode resource) {
        if (json) {
            json(resource);
            return;
        }
        int widest = resource.propertyNames().stream().mapToInt(String::length).max().orElse(0);
        for (var field : resource.properties()) {
            String value = shown(field.getValue());
            if (!field.getKey().equals("resource") && !value.isEmpty()) {
                String name = field.getKey() + " ".repeat(widest - field.getKey().length());
                terminal.line(
                        terminal.paint(Style.DIM, name) + "  " + styled(field.getKey(), value));
            }
        }
    }

    private String styled(String field, String value) {
        return field.equals("state") ? terminal.paint(Style.ofState(value), value) : value;
    }

    /** Empty for what says nothing. */
    private static String shown(JsonNode value) {
        if (value.isContainer() && value.isEmpty()) {
            return "";
        }
        return value.isContainer() ? Pretty.MAPPER.writeValueAsString(value) : Column.text(value);
    }

    /** Made only when something is printed. */
    private static final class Pretty {
        static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
