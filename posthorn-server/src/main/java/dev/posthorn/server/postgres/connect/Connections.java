package dev.posthorn.server.postgres.connect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.posthorn.core.store.StoreUnavailableException;
import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A pool of connections, used in transactions only: nothing outlives one, so it may lead through a
 * proxy that hands out a server per transaction. For any thread.
 */
public final class Connections implements AutoCloseable {
    /** Who waits longer for a connection is better told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A server that has gone without a word is noticed then. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Others in the way every time: better known than tried on and on. */
    private static final int TRIES = 5;

    private final HikariDataSource pool;
    private final String prologue;

    /**
     * Opens nothing yet: a database that is away at first is found later.
     *
     * @param name of the pool, for logs and metrics
     * @param most connections held; all of them are kept open
     */
    public Connections(DatabaseAddress address, String name, int most) {
        this.prologue =
                address.schema() == null ? "" : "SET LOCAL search_path TO " + address.schema();
        this.pool = new HikariDataSource(config(address, name, most));
    }

    private static HikariConfig config(DatabaseAddress address, String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(most);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "posthorn");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
        return config;
    }

    /**
     * Runs {@code work} in a transaction of its own and commits it; whatever it throws rolls back.
     * Runs it again when others were in the way. After any other {@link SQLException} it is not
     * known whether it was committed.
     */
    public <T> T transaction(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (tries == TRIES || !Failure.isOfOthers(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * The same for a caller who waits.
     *
     * @param failure the message when it does not work
     * @throws StoreUnavailableException when it may work later
     * @throws StoreException when it never will
     */
    public <T> T call(String failure, Work<T> work) {
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw Failure.thrown(failure, e);
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T answer = begin(connection, work);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private <T> T begin(Connection connection, Work<T> work) throws SQLException {
        if (!prologue.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(prologue);
            }
        }
        return work.in(connection);
    }

    /** A connection that cannot even do that is closed by the pool. */
    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** What to do in a transaction; must not keep the connection. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
