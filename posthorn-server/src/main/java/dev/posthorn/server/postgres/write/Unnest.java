package dev.posthorn.server.postgres.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Binds the parameters of a statement with {@code unnest}: one array per column, in order, sent in
 * binary. A statement for hundreds of rows costs little more than one for a single row.
 */
final class Unnest<T> implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int next = 1;

    Unnest(Connection connection, String sql, List<T> rows) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
        this.rows = rows;
    }

    Unnest<T> longs(ToLongFunction<T> column) throws SQLException {
        return bind("int8", rows.stream().map(column::applyAsLong).toArray(Long[]::new));
    }

    Unnest<T> ints(ToIntFunction<T> column) throws SQLException {
        return bind("int4", rows.stream().map(column::applyAsInt).toArray(Integer[]::new));
    }

    Unnest<T> numbers(Function<T, @Nullable Long> column) throws SQLException {
        return bind("int8", rows.stream().map(column).toArray(Long[]::new));
    }

    Unnest<T> texts(Function<T, @Nullable String> column) throws SQLException {
        return bind("text", rows.stream().map(column).toArray(String[]::new));
    }

    Unnest<T> bytes(Function<T, byte @Nullable []> column) throws SQLException {
        byte[] @Nullable [] values = new byte[rows.size()] @Nullable [];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return bind("bytea", values);
    }

    private Unnest<T> bind(String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }

    /** All columns are bound: to be run once, and closed. */
    PreparedStatement statement() {
        return statement;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
