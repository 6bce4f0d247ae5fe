package dev.posthorn.server.store.scan;

import java.sql.SQLException;

/**
 * What a list is made of: candidates in key order, and which of them belong to it.
 *
 * <p>Candidates are called {@code k}, with the column {@code key}; {@code joins} brings in what
 * {@link #id} looks at, by LEFT JOIN, so that each candidate stays one row.
 */
public interface Listing {
    /** The candidates in range, newest or oldest first as the selects' indexes go. */
    Keys keys(KeyRange range) throws SQLException;

    String joins();

    /** An expression: the row's own number where it belongs to the list, else null. */
    Sql id();

    /** {@code id} where all conditions hold. Cheap ones first: the later ones are then skipped. */
    static Sql where(Iterable<Sql> conditions, String id) {
        Sql nested = new Sql();
        String ends = "";
        for (Sql condition : conditions) {
            nested.add("CASE WHEN ").add(condition).add(" THEN ");
            ends += " END";
        }
        return nested.add(id + ends);
    }
}
