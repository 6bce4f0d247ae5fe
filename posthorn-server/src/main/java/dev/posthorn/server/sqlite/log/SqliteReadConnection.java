package dev.posthorn.server.sqlite.log;

import dev.posthorn.server.store.scan.ReadConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One reader's connection: statements prepared once, a time limit on each read, opened again after
 * a failure. For one thread.
 */
public final class SqliteReadConnection implements ReadConnection, AutoCloseable {
    /** Distinct statements kept: filters combine to some dozens, few of them in daily use. */
    private static final int STATEMENTS_KEPT = 64;

    /** Steps of SQLite's machine between looks at the clock: about every 100 µs. */
    private static final int STEPS_PER_LOOK = 10_000;

    private final Source source;
    private final LongSupplier nanoTime;
    private final long limitNanos;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Connection open;
    private long startedNanos;

    public SqliteReadConnection(Source source, LongSupplier nanoTime, Duration limit) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.limitNanos = limit.toNanos();
    }

    /** Within one read transaction. */
    public <T> T run(Read<T> read) throws SQLException {
        startedNanos = nanoTime.getAsLong();
        Connection connection = connection();
        try {
            T answer = read.from(this);
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            recover(connection, e);
            throw e;
        }
    }

    /** What was interrupted is as good as new; anything else may be the file, so open it again. */
    private void recover(Connection connection, SQLException failure) throws SQLException {
        if (failure instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
            connection.rollback();
        } else {
            close();
        }
    }

    @Override
    public PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection().prepareStatement(sql);
        statements.put(sql, fresh);
        forgetOldest();
        return fresh;
    }

    private void forgetOldest() throws SQLException {
        if (statements.size() > STATEMENTS_KEPT) {
            var oldest = statements.entrySet().iterator();
            oldest.next().getValue().close();
            oldest.remove();
        }
    }

    @Override
    public long elapsedNanos() {
        return nanoTime.getAsLong() - startedNanos;
    }

    private Connection connection() throws SQLException {
        if (open == null) {
            Connection fresh = source.open();
            ProgressHandler.setHandler(fresh, STEPS_PER_LOOK, new Limit());
            fresh.setAutoCommit(false);
            open = fresh;
        }
        return open;
    }

    @Override
    public void close() {
        statements.clear();
        Connection connection = open;
        open = null;
        if (connection == null) {
            return;
        }
        try (connection) {
            ProgressHandler.clearHandler(connection);
        } catch (SQLException _) {
            // It is given up either way.
        }
    }

    /** Opens a read-only connection to the store. */
    @FunctionalInterface
    public interface Source {
        Connection open() throws SQLException;
    }

    private final class Limit extends ProgressHandler {
        @Override
        protected int progress() {
            return elapsedNanos() > limitNanos ? 1 : 0;
        }
    }
}
