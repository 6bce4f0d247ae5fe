package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.store.row.AttemptCodec;
import dev.posthorn.server.store.row.RequestCodec;
import dev.posthorn.server.store.scan.Column;
import dev.posthorn.server.store.scan.PageOfIds;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts with the events to show their requests from; each event is read once. For one page. */
final class AttemptRows {
    /** A page of large payloads must not fill the heap. */
    private static final int PAGE_BYTES = 16 << 20;

    private static final String OWN =
            """
            SELECT a.delivery, a.event, a.endpoint, coalesce(a.type, e.type), a.detail, a.request,
                p.org
            FROM attempt a LEFT JOIN event e ON e.seq = a.event
                LEFT JOIN endpoint p ON p.seq = a.endpoint WHERE a.seq = ?
            """;
    private static final String CARRIED =
            """
            SELECT d.seq, d.event, d.endpoint, e.type, d.detail, NULL, 0
            FROM delivery d LEFT JOIN event e ON e.seq = d.event
            WHERE d.seq = ? AND d.detail IS NOT NULL
            """;

    private final ReadConnection connection;
    private final RequestCodec requests;
    private final EventRows eventRows;
    private final Map<EventId, Optional<Event>> events = new HashMap<>();

    AttemptRows(ReadConnection connection, RequestCodec requests) {
        this.connection = connection;
        this.requests = requests;
        this.eventRows = new EventRows(connection);
    }

    Page<AttemptEntry> page(PageOfIds page) throws SQLException {
        List<AttemptEntry> rows = new ArrayList<>(page.ids().size());
        long bytes = 0;
        for (long id : page.ids()) {
            Optional<AttemptEntry> entry = entry(id);
            if (entry.isEmpty()) {
                continue;
            }
            rows.add(entry.get());
            bytes += bytes(entry.get());
            if (bytes >= PAGE_BYTES && id != page.ids().getLast()) {
                return new Page<>(rows, true, id, page.total(), page.capped());
            }
        }
        return page.page(rows);
    }

    private static long bytes(AttemptEntry entry) {
        Event event = entry.event();
        Response response = entry.attempt().exchange().response();
        long request = event == null ? 0 : event.data().length();
        return request + (response == null ? 0 : response.body().length);
    }

    Optional<AttemptEntry> entry(long id) throws SQLException {
        Optional<AttemptEntry> own = entry(id, Sql.of(OWN, id));
        return own.isPresent() ? own : entry(id, Sql.of(CARRIED, id - 1));
    }

    private Optional<AttemptEntry> entry(long id, Sql query) throws SQLException {
        try (ResultSet row = query.run(connection)) {
            return row.next() ? Optional.of(entry(id, row)) : Optional.empty();
        }
    }

    private AttemptEntry entry(long id, ResultSet row) throws SQLException {
        Long delivery = Column.number(row, 1);
        EventId event = new EventId(row.getLong(2));
        String type = row.getString(4);
        AttemptRecord attempt = AttemptCodec.decode(row.getBytes(5));
        return new AttemptEntry(
                new AttemptId(id),
                delivery == null ? null : new DeliveryId(delivery),
                event,
                new EndpointId(row.getLong(3)),
                type == null ? "" : type,
                attempt,
                delivery == null ? null : event(event),
                request(id, row));
    }

    private @Nullable OutgoingRequest request(long id, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes(6);
        return sealed == null ? null : requests.decode(row.getLong(7), id, sealed);
    }

    private @Nullable Event event(EventId id) throws SQLException {
        Optional<Event> known = events.get(id);
        if (known == null) {
            known = eventRows.whole(id.seq());
            events.put(id, known);
        }
        return known.orElse(null);
    }
}
