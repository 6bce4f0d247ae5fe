package dev.posthorn.server.sqlite;

import dev.posthorn.server.store.refill.BacklogReader;
import dev.posthorn.server.store.refill.BacklogSql;
import dev.posthorn.server.store.refill.StoredBacklog;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads of pending deliveries on one connection that stays open. */
final class SqlitePending implements StoredBacklog.Source {
    private static final BacklogSql SQL =
            new BacklogSql(
                    "delivery",
                    "d.state = 0",
                    """
                    WITH RECURSIVE lane (endpoint) AS (
                        SELECT min(endpoint) FROM delivery WHERE state = 0
                        UNION ALL
                        SELECT (SELECT min(endpoint) FROM delivery
                            WHERE state = 0 AND endpoint > lane.endpoint)
                        FROM lane WHERE lane.endpoint IS NOT NULL)
                    SELECT d.endpoint, d.seq, d.due, d.ord FROM lane JOIN delivery d
                    ON d.seq = (SELECT seq FROM delivery
                        WHERE state = 0 AND endpoint = lane.endpoint ORDER BY ord, seq LIMIT 1)
                    """);

    private final Connection connection;
    private final BacklogReader reader;

    /** {@code connection} is its own from here on. */
    SqlitePending(Connection connection) throws SQLException {
        this.connection = connection;
        this.reader = new BacklogReader(connection, SQL);
    }

    @Override
    public <T> T read(StoredBacklog.Question<T> question) throws SQLException {
        return question.of(reader);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
