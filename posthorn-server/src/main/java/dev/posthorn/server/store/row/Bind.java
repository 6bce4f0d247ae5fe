package dev.posthorn.server.store.row;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Binding of what may be null. */
public final class Bind {
    private Bind() {}

    public static void number(PreparedStatement statement, int at, @Nullable Long value)
            throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setLong(at, value);
        }
    }
}
