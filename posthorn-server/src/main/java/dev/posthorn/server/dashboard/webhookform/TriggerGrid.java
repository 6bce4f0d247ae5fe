package dev.posthorn.server.dashboard.webhookform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Event types as entities × actions.
 *
 * @param actions the columns; the well-known three first
 * @param rows an entity each
 */
public record TriggerGrid(List<String> actions, List<Row> rows, int count) {
    private static final List<String> FIRST = List.of("created", "updated", "deleted");

    /** One entity with its actions. */
    public record Row(String entity, Set<String> actions) {
        /** The type in a column; empty when there is none. */
        public String type(String action) {
            return actions.contains(action) ? entity + "." + action : "";
        }

        public String every() {
            return entity + ".*";
        }
    }

    /** {@code slugs}: of the types there are. */
    static TriggerGrid of(List<String> slugs) {
        Map<String, Set<String>> byEntity = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        for (String slug : slugs) {
            int dot = slug.lastIndexOf('.');
            if (dot > 0) {
                byEntity.computeIfAbsent(slug.substring(0, dot), _ -> new TreeSet<>())
                        .add(slug.substring(dot + 1));
                seen.add(slug.substring(dot + 1));
            }
        }
        List<String> actions = new ArrayList<>(FIRST.stream().filter(seen::contains).toList());
        seen.stream().filter(action -> !actions.contains(action)).forEach(actions::add);
        List<Row> rows = new ArrayList<>();
        byEntity.forEach((entity, theirs) -> rows.add(new Row(entity, theirs)));
        return new TriggerGrid(List.copyOf(actions), List.copyOf(rows), slugs.size());
    }

    /** Everything the grid has a box for. */
    Set<String> boxes() {
        Set<String> boxes = new TreeSet<>();
        for (Row row : rows) {
            boxes.add(row.every());
            row.actions().forEach(action -> boxes.add(row.type(action)));
        }
        return boxes;
    }
}
