package dev.posthorn.server.store.scan;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The connection of one read, with a limit on its time. For one thread. */
public interface ReadConnection {
    /** Ready to bind and run; its rows must be read before it is asked for again. */
    PreparedStatement prepared(String sql) throws SQLException;

    /** Time since this read began. */
    long elapsedNanos();

    /** What to read; must not keep what it is given. */
    @FunctionalInterface
    interface Read<T> {
        T from(ReadConnection connection) throws SQLException;
    }
}
