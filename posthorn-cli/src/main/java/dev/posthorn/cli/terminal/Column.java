package dev.posthorn.cli.terminal;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table of resources.
 *
 * @param isState whether its cells are states and look like it
 */
public record Column(String title, Function<JsonNode, String> cell, boolean isState) {

    /** The field of that name, as text. */
    public static Column of(String title, String field) {
        return new Column(title, node -> text(node.path(field)), false);
    }

    public static Column state(String field) {
        return new Column("STATE", node -> text(node.path(field)), true);
    }

    /** A time without date separators that nobody reads: {@code 2026-11-22 10:15:30}, in UTC. */
    public static Column time(String title, String field) {
        return new Column(title, node -> time(text(node.path(field))), false);
    }

    private static String time(String instant) {
        return instant.length() < 19 ? instant : instant.substring(0, 19).replace('T', ' ');
    }

    /** Empty for null and absent; several values with commas between. */
    static String text(JsonNode node) {
        if (node.isArray()) {
            return String.join(",", node.valueStream().map(Column::text).toList());
        }
        return node.isNull() || node.isMissingNode()
                ? ""
                : node.isObject() ? node.toString() : node.asString();
    }
}
