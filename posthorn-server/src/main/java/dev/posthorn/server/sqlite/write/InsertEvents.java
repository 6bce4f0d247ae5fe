package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.event.Event;
import dev.posthorn.server.store.row.Bind;
import dev.posthorn.server.store.row.ChannelsColumn;
import dev.posthorn.server.store.row.EntityColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes events. Rows wait for {@link #flush}: a batch costs half of single calls. */
final class InsertEvents {
    private final PreparedStatement insert;

    InsertEvents(Connection connection) throws SQLException {
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO event (seq, org, type, entity, key, channels, deliveries, data)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    void add(Event event, int deliveries) throws SQLException {
        insert.setLong(1, event.id().seq());
        insert.setLong(2, event.organisation().seq());
        insert.setString(3, event.type().slug());
        insert.setString(4, EntityColumn.encode(event.entityId()));
        Bind.number(insert, 5, event.key() == null ? null : (Long) event.key().seq());
        insert.setString(6, ChannelsColumn.encode(event.channels()));
        insert.setInt(7, deliveries);
        insert.setBytes(8, event.data().bytes());
        insert.addBatch();
    }

    void flush() throws SQLException {
        insert.executeBatch();
    }

    void forget() throws SQLException {
        insert.clearBatch();
    }
}
