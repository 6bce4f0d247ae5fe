package dev.posthorn.server.postgres.command;

import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.store.config.LaneCommand;
import dev.posthorn.server.store.config.LaneCommandRows;
import dev.posthorn.server.store.config.LaneCommandRows.Row;
import dev.posthorn.server.store.config.ReorderPending;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Carries out commands to whole lanes, slice by slice, each a transaction. */
public final class LaneWork {
    private static final String FAILED = "pending deliveries were not changed";
    private static final int ROWS_PER_SLICE = 500;

    /** The newest are locked last, as settlements that wait for one of them hold no other. */
    private static final String CANCEL =
            """
            WITH gone AS (
                DELETE FROM pending WHERE seq IN (
                    SELECT seq FROM pending WHERE endpoint = ? AND seq < ?
                    ORDER BY seq LIMIT ? FOR UPDATE)
                RETURNING *),
            closed AS (
                INSERT INTO delivery (seq, event, endpoint, state, ord, due, attempts, round,
                    round_base, entity_key, origin, closed, reason, status, error)
                SELECT seq, event, endpoint, 3, ord, due, attempts, round, round_base,
                    entity_key, origin, ?, ?, status, error
                FROM gone)
            SELECT count(*) FROM gone
            """;

    private final Connections connections;

    public LaneWork(Connections connections) {
        this.connections = connections;
    }

    /** What a crash left to do. */
    public List<Row> left() {
        return connections.call("lane commands could not be read", LaneCommandRows::load);
    }

    /** Returns when the last row is changed. */
    public void carryOut(Row row) {
        switch (row.command()) {
            case LaneCommand.Cancel cancel -> {
                while (cancelled(cancel, row.seq()) == ROWS_PER_SLICE) {}
            }
            case LaneCommand.Reorder reorder -> {
                ReorderPending.Position at = ReorderPending.Position.START;
                while (!at.atEnd()) {
                    at = reordered(reorder, at);
                }
            }
        }
        connections.call(
                FAILED,
                connection -> {
                    new LaneCommandRows(connection).delete(row.seq());
                    return row;
                });
    }

    private int cancelled(LaneCommand.Cancel command, long before) {
        return connections.call(FAILED, connection -> cancel(connection, command, before));
    }

    private static int cancel(Connection connection, LaneCommand.Cancel command, long before)
            throws SQLException {
        try (PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
            cancel.setLong(1, command.endpoint().seq());
            cancel.setLong(2, before);
            cancel.setInt(3, ROWS_PER_SLICE);
            cancel.setLong(4, command.atMs());
            cancel.setString(5, command.reason());
            try (ResultSet row = cancel.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private ReorderPending.Position reordered(
            LaneCommand.Reorder command, ReorderPending.Position from) {
        return connections.call(
                FAILED,
                connection ->
                        new ReorderPending(connection, "pending", "true").slice(command, from));
    }
}
