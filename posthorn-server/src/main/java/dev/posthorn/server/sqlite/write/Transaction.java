package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begin and end of a transaction on the writer's connection. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;

    Transaction(Connection connection) throws SQLException {
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
    }

    void begin() throws SQLException {
        begin.executeUpdate();
    }

    /** Returns when it is flushed. */
    void commit() throws SQLException {
        commit.executeUpdate();
    }

    /** SQLite rolls back by itself after some errors; then there is nothing left to do. */
    void rollback() {
        try {
            rollback.executeUpdate();
        } catch (SQLException e) {
            LOG.debug("nothing to roll back", e);
        }
    }
}
