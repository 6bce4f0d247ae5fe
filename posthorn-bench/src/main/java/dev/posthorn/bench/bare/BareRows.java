package dev.posthorn.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Writes events, deliveries and settlements: the rows and index entries the embedded store writes,
 * in batches as it does. For the writer's thread.
 */
final class BareRows {
    /** As many bytes as the store keeps of an attempt that was answered 200 with an empty body. */
    private static final byte[] DETAIL = new byte[100];

    private static final int STATUS = 200;
    private static final int MILLIS_SHIFT = 15;

    /** Organisations and endpoints are known by numbers as large as those of events. */
    private static final long ORGANISATION = 1L << 55;

    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement event;
    private final PreparedStatement delivery;
    private final PreparedStatement settle;
    private final BareLateIndex events;
    private final BareLateIndex deliveries;

    BareRows(Connection connection) throws SQLException {
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        event =
                connection.prepareStatement(
                        """
                        INSERT INTO event (seq, org, type, entity, key, channels, deliveries, data)
                        VALUES (?, ?, ?, 'n1048576', NULL, NULL, ?, ?)
                        """);
        delivery =
                connection.prepareStatement(
                        """
                        INSERT INTO delivery (seq, event, endpoint, state, ord, due, attempts,
                            round, round_base, entity_key, status)
                        VALUES (?, ?, ?, 0, ?, ?, 0, 0, 0, 0, 0)
                        """);
        settle =
                connection.prepareStatement(
                        """
                        UPDATE delivery SET state = 1, attempts = 1, closed = ?, status = ?,
                            detail = ?
                        WHERE seq = ? AND state = 0 AND attempts = ? AND round = ?
                        """);
        events = new BareLateIndex(connection, "organisation_event");
        deliveries = new BareLateIndex(connection, "endpoint_delivery");
    }

    void write(BareQueue.Batch batch, BareFan fan, long nowMs) throws SQLException {
        begin.executeUpdate();
        for (BareDelivery settled : batch.settled()) {
            settle(settled, nowMs);
        }
        settle.executeBatch();
        for (BareCall call : batch.accepted()) {
            for (BareEvent accepted : call.events()) {
                insert(accepted, fan);
            }
        }
        event.executeBatch();
        delivery.executeBatch();
        commit.executeUpdate();
        indexBehind();
    }

    /** A transaction of its own, as the store has it. */
    private void indexBehind() throws SQLException {
        if (events.isDue() || deliveries.isDue()) {
            begin.executeUpdate();
            events.slice();
            deliveries.slice();
            commit.executeUpdate();
        }
    }

    private void insert(BareEvent row, BareFan fan) throws SQLException {
        event.setLong(1, row.seq());
        event.setLong(2, ORGANISATION);
        event.setString(3, row.type());
        event.setInt(4, fan.width());
        event.setBytes(5, row.data());
        event.addBatch();
        events.add(ORGANISATION, row.seq());
        for (int i = 0; i < fan.width(); i++) {
            insert(row, i, ORGANISATION + fan.endpoint(row.group(), i));
        }
    }

    private void insert(BareEvent row, int index, long endpoint) throws SQLException {
        long seq = row.deliverySeq(index);
        long millis = seq >>> MILLIS_SHIFT;
        delivery.setLong(1, seq);
        delivery.setLong(2, row.seq());
        delivery.setLong(3, endpoint);
        delivery.setLong(4, millis);
        delivery.setLong(5, millis);
        delivery.addBatch();
        deliveries.add(endpoint, seq);
    }

    private void settle(BareDelivery row, long nowMs) throws SQLException {
        settle.setLong(1, nowMs);
        settle.setInt(2, STATUS);
        settle.setBytes(3, DETAIL);
        settle.setLong(4, row.seq());
        settle.setInt(5, 0);
        settle.setInt(6, 0);
        settle.addBatch();
    }
}
