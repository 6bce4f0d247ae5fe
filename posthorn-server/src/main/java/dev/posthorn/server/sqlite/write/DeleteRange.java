package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Removes from a range of numbers what nothing pending refers to. */
final class DeleteRange {
    private static final String DELIVERIES =
            "DELETE FROM delivery WHERE seq > ? AND seq <= ? AND state <> 0";

    private static final String ATTEMPTS =
            """
            DELETE FROM attempt WHERE delivery > ? AND delivery <= ?
                AND NOT EXISTS (SELECT 1 FROM delivery WHERE seq = attempt.delivery)
            """;

    /** Deliveries lie behind their event; those made later, by a replay, have an index. */
    private static final String EVENTS =
            """
            DELETE FROM event WHERE seq > ? AND seq <= ?
                AND NOT EXISTS (SELECT 1 FROM delivery AS d
                    WHERE d.seq > event.seq AND d.seq <= event.seq + 2 * event.deliveries)
                AND NOT EXISTS (SELECT 1 FROM delivery AS d
                    WHERE d.event = event.seq AND d.state = 0 AND d.seq > d.event + 20001)
            """;

    private final PreparedStatement deliveries;
    private final PreparedStatement attempts;
    private final PreparedStatement events;
    private final RangeEnd deliveryEnd;
    private final RangeEnd attemptEnd;
    private final RangeEnd eventEnd;

    DeleteRange(Connection connection) throws SQLException {
        deliveries = connection.prepareStatement(DELIVERIES);
        attempts = connection.prepareStatement(ATTEMPTS);
        events = connection.prepareStatement(EVENTS);
        deliveryEnd = new RangeEnd(connection, "delivery", "seq");
        attemptEnd = new RangeEnd(connection, "attempt", "delivery");
        eventEnd = new RangeEnd(connection, "event", "seq");
    }

    /** How far from {@code from} on to {@code to} there are no more than so many of any kind. */
    long end(long from, long to, int rows) throws SQLException {
        long end = eventEnd.after(from, to, rows);
        end = deliveryEnd.after(from, end, rows);
        return attemptEnd.after(from, end, rows);
    }

    /** Removes rows after {@code from} up to {@code to}; says how many had index entries. */
    int run(long from, long to) throws SQLException {
        int removed = run(deliveries, from, to);
        run(attempts, from, to);
        return removed + run(events, from, to);
    }

    private static int run(PreparedStatement delete, long from, long to) throws SQLException {
        delete.setLong(1, from);
        delete.setLong(2, to);
        return delete.executeUpdate();
    }
}
