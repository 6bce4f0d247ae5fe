package dev.posthorn.server.store.row;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads an event whose data is still there. */
public final class EventRow {
    /** What to select, in this order, of a table called {@code e}; the data comes last. */
    public static final String COLUMNS =
            "e.seq, e.org, e.type, e.entity, e.key, e.channels, e.data";

    private EventRow() {}

    /** {@code first} is the position of the first of {@link #COLUMNS}. */
    public static Event read(ResultSet row, int first) throws SQLException {
        long seq = row.getLong(first);
        long key = row.getLong(first + 4);
        return new Event(
                new EventId(seq),
                new OrganisationId(row.getLong(first + 1)),
                new EventType(row.getString(first + 2)),
                EntityColumn.decode(row.getString(first + 3)),
                key == 0 ? null : new KeyId(key),
                ChannelsColumn.decode(row.getString(first + 5)),
                new Payload(row.getBytes(first + 6)),
                Sequence.millisOf(seq));
    }
}
