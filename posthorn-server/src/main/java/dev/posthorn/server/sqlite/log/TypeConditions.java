package dev.posthorn.server.sqlite.log;

import dev.posthorn.server.store.scan.Sql;

/** Conditions on an event's type, the column {@code e.type}. */
final class TypeConditions {
    private TypeConditions() {}

    /** A whole slug, or an entity: what stands before the last dot. */
    static Sql isOfType(String type) {
        String below = type + ".";
        return Sql.of("(e.type = ? OR (substr(e.type, 1, ?) = ?", type, below.length(), below)
                .add(" AND instr(substr(e.type, ?), '.') = 0))", below.length() + 1);
    }

    /** What follows the last dot; empty for a slug without one. */
    static Sql hasAction(String action) {
        if (action.isEmpty()) {
            return Sql.of("instr(e.type, '.') = 0");
        }
        if (action.contains(".")) {
            return Sql.of("0");
        }
        String end = "." + action;
        return Sql.of("substr(e.type, ?) = ?", -end.length(), end);
    }
}
