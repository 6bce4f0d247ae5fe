package dev.posthorn.server.postgres;

import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.store.refill.BacklogReader;
import dev.posthorn.server.store.refill.BacklogSql;
import dev.posthorn.server.store.refill.StoredBacklog;
import java.sql.SQLException;

/** Reads of pending deliveries, each in a transaction of its own: a lost connection is replaced. */
final class PostgresPending implements StoredBacklog.Source {
    /** Lane by lane along the index: the planner would rather sort the whole table. */
    private static final BacklogSql SQL =
            new BacklogSql(
                    "pending",
                    "true",
                    """
                    WITH RECURSIVE lane (endpoint) AS (
                        SELECT min(endpoint) FROM pending
                        UNION ALL
                        SELECT (SELECT min(endpoint) FROM pending WHERE endpoint > lane.endpoint)
                        FROM lane WHERE lane.endpoint IS NOT NULL)
                    SELECT lane.endpoint, d.seq, d.due, d.ord
                    FROM lane CROSS JOIN LATERAL (
                        SELECT seq, due, ord FROM pending
                        WHERE endpoint = lane.endpoint ORDER BY ord, seq LIMIT 1) d
                    ORDER BY lane.endpoint
                    """);

    private final Connections connections;

    PostgresPending(Connections connections) {
        this.connections = connections;
    }

    @Override
    public <T> T read(StoredBacklog.Question<T> question) throws SQLException {
        return connections.transaction(connection -> {
            try (BacklogReader reader = new BacklogReader(connection, SQL)) {
                return question.of(reader);
            }
        });
    }

    /** The pool is others' too. */
    @Override
    public void close() {}
}
