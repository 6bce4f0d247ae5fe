package dev.posthorn.server.store.refill;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.RefillPage;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.row.EventRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next rows of one lane, by its ordering. For one thread. */
final class LaneReader {
    private static final String ROW =
            "SELECT d.seq, d.endpoint, d.event, d.due, d.ord, d.attempts, d.round, d.round_base,"
                    + " d.entity_key, d.origin, coalesce(length(e.data), -1), "
                    + EventRow.COLUMNS
                    + " FROM %s d LEFT JOIN event e ON e.seq = d.event WHERE %s ";

    private static final int LENGTH = 11;
    private static final int EVENT = 12;

    private final PreparedStatement byOrder;
    private final PreparedStatement nextEntity;

    LaneReader(Connection connection, BacklogSql sql) throws SQLException {
        String rows = ROW.formatted(sql.table(), sql.pending());
        byOrder =
                connection.prepareStatement(
                        rows
                                + "AND d.endpoint = ? AND (d.ord, d.seq) > (?, ?)"
                                + " ORDER BY d.ord, d.seq LIMIT ?");
        nextEntity =
                connection.prepareStatement(
                        rows
                                + "AND d.entity_key <> 0 AND d.endpoint = ?"
                                + " AND d.entity_key > ? ORDER BY d.entity_key, d.ord, d.seq"
                                + " LIMIT 1");
    }

    RefillPage read(RefillQuery query) throws SQLException {
        return switch (query.ordering()) {
            case NONE -> unordered(query);
            case FIFO -> fifo(query);
            case ENTITY -> entities(query);
        };
    }

    /** One row more than asked for tells when the lane goes on. */
    private RefillPage unordered(RefillQuery query) throws SQLException {
        Page page = new Page(query);
        try (ResultSet row = byOrder(query, query.afterOrder(), query.afterId())) {
            while (row.next()) {
                long dueMs = row.getLong(4);
                if (page.isFull() || dueMs > query.nowMs()) {
                    return page.before(dueMs);
                }
                page.add(row);
            }
        }
        return page.before(RefillPage.NOTHING);
    }

    private RefillPage fifo(RefillQuery query) throws SQLException {
        Page page = new Page(query);
        try (ResultSet row = byOrder(query, Long.MIN_VALUE, Long.MIN_VALUE)) {
            while (row.next()) {
                if (page.isFull()) {
                    return page.before(query.nowMs());
                }
                page.add(row);
            }
        }
        return page.before(RefillPage.NOTHING);
    }

    private RefillPage entities(RefillQuery query) throws SQLException {
        Page page = new Page(query);
        long entity = query.afterEntity();
        while (!page.isFull()) {
            nextEntity.setLong(1, query.endpoint().seq());
            nextEntity.setLong(2, entity);
            try (ResultSet row = nextEntity.executeQuery()) {
                if (!row.next()) {
                    return page.before(RefillPage.NOTHING);
                }
                entity = row.getLong(9);
                page.add(row);
            }
        }
        return page.before(query.nowMs());
    }

    private ResultSet byOrder(RefillQuery query, long afterOrder, long afterId)
            throws SQLException {
        byOrder.setLong(1, query.endpoint().seq());
        byOrder.setLong(2, afterOrder);
        byOrder.setLong(3, afterId);
        byOrder.setInt(4, query.limit() + 1);
        return byOrder.executeQuery();
    }

    void close() throws SQLException {
        byOrder.close();
        nextEntity.close();
    }

    /** Rows as they are read; loads payloads while there is room for them. */
    private static final class Page {
        private final List<PendingDelivery> rows = new ArrayList<>();
        private final int limit;
        private long bytesLeft;

        Page(RefillQuery query) {
            this.limit = query.limit();
            this.bytesLeft = query.maxBytes();
        }

        boolean isFull() {
            return rows.size() >= limit;
        }

        void add(ResultSet row) throws SQLException {
            rows.add(
                    new PendingDelivery(
                            new DeliveryId(row.getLong(1)),
                            new EndpointId(row.getLong(2)),
                            new EventId(row.getLong(3)),
                            event(row),
                            row.getLong(4),
                            row.getLong(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getInt(8),
                            row.getLong(9),
                            Codes.trigger(row.getInt(10))));
        }

        /** Once one did not fit no later one is loaded, so that a lane's head comes first. */
        private @Nullable Event event(ResultSet row) throws SQLException {
            long length = row.getLong(LENGTH);
            if (length < 0) {
                return null;
            }
            bytesLeft -= length;
            return bytesLeft < 0 ? null : EventRow.read(row, EVENT);
        }

        RefillPage before(long nextDueMs) {
            return new RefillPage(rows, nextDueMs, false);
        }
    }
}
