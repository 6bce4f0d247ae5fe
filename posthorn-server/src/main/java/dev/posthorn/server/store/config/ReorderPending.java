package dev.posthorn.server.store.config;

import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.ingest.EntityKey;
import dev.posthorn.server.store.row.EntityColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Gives pending deliveries of an endpoint the sort keys of another ordering, walking the lane in
 * slices. A row that moves ahead of the walk is met again, and left alone then.
 */
public final class ReorderPending {
    private static final int ROWS_PER_SLICE = 500;

    private final PreparedStatement read;
    private final PreparedStatement update;

    /** {@code pending}: which rows of the table, called {@code d}, are. */
    public ReorderPending(Connection connection, String table, String pending) throws SQLException {
        read =
                connection.prepareStatement(
                        """
                        SELECT d.seq, d.ord, d.due, d.entity_key, e.entity
                        FROM %s d LEFT JOIN event e ON e.seq = d.event
                        WHERE %s AND d.endpoint = ? AND (d.ord, d.seq) > (?, ?)
                        ORDER BY d.ord, d.seq LIMIT ?
                        """
                                .formatted(table, pending));
        update =
                connection.prepareStatement(
                        "UPDATE %s SET ord = ?, entity_key = ? WHERE seq = ?".formatted(table));
    }

    /** Where the walk stands: the last row seen, with the key it had. */
    public record Position(long order, long seq, boolean atEnd) {
        public static final Position START = new Position(Long.MIN_VALUE, Long.MIN_VALUE, false);
    }

    public Position slice(LaneCommand.Reorder command, Position from) throws SQLException {
        read.setLong(1, command.endpoint().seq());
        read.setLong(2, from.order);
        read.setLong(3, from.seq);
        read.setInt(4, ROWS_PER_SLICE);
        int seen = 0;
        Position last = from;
        try (ResultSet row = read.executeQuery()) {
            for (; row.next(); seen++) {
                last = new Position(row.getLong(2), row.getLong(1), false);
                move(command.ordering(), row);
            }
        }
        update.executeBatch();
        return new Position(last.order, last.seq, seen < ROWS_PER_SLICE);
    }

    private void move(Ordering ordering, ResultSet row) throws SQLException {
        long seq = row.getLong(1);
        long order = ordering == Ordering.NONE ? row.getLong(3) : seq;
        long entityKey =
                ordering == Ordering.ENTITY
                        ? EntityKey.of(EntityColumn.decode(row.getString(5)), seq)
                        : 0;
        if (order != row.getLong(2) || entityKey != row.getLong(4)) {
            update.setLong(1, order);
            update.setLong(2, entityKey);
            update.setLong(3, seq);
            update.addBatch();
        }
    }
}
