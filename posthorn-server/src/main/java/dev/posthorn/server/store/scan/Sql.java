package dev.posthorn.server.store.scan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together piece by piece, with the values of its parameters. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    public static Sql of(String text, @Nullable Object... values) {
        return new Sql().add(text, values);
    }

    public Sql add(String piece, @Nullable Object... itsValues) {
        text.append(piece);
        for (Object value : itsValues) {
            values.add(value);
        }
        return this;
    }

    public Sql add(Sql piece) {
        text.append(piece.text);
        values.addAll(piece.values);
        return this;
    }

    /** {@code (?, ?)}, for IN. */
    public static Sql list(List<Long> values) {
        Sql list = new Sql().add("(");
        for (int i = 0; i < values.size(); i++) {
            list.add(i == 0 ? "?" : ", ?", values.get(i));
        }
        return list.add(")");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public String text() {
        return text.toString();
    }

    public ResultSet run(ReadConnection connection) throws SQLException {
        PreparedStatement statement = connection.prepared(text());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement.executeQuery();
    }

    /** The first column of the first row; 0 when there is none. */
    public long number(ReadConnection connection) throws SQLException {
        try (ResultSet row = run(connection)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
