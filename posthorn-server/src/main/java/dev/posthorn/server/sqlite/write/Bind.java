package dev.posthorn.server.sqlite.write;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Binding of what may be null. */
final class Bind {
    private Bind() {}

    static void number(PreparedStatement statement, int at, @Nullable Long value)
            throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setLong(at, value);
        }
    }
}
