package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.CommandAnswer.CancelAsked;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The {@code cancel_asked} table. Which deliveries have a row is known in memory too, so that
 * settling costs nothing more as long as there is none. For any thread.
 */
public final class CancelRows {
    private static final String STILL_OPEN =
            """
            EXISTS (SELECT 1 FROM pending p
                WHERE p.seq = cancel_asked.delivery AND p.round = cancel_asked.round)
            """;

    private static final String ASK =
            """
            INSERT INTO cancel_asked (delivery, endpoint, round) VALUES (?, ?, ?)
            ON CONFLICT (delivery) DO UPDATE SET round = excluded.round
            """;

    private static final String END =
            "DELETE FROM cancel_asked WHERE delivery = ANY (?::bigint[]) AND NOT " + STILL_OPEN;

    /** Some of them may have ended: looked at once too often at worst. */
    private final Set<Long> open = ConcurrentHashMap.newKeySet();

    /** Those open, after what was left of deliveries that ended all at once is dropped. */
    public List<CancelAsked> load(Connection connection) throws SQLException {
        List<CancelAsked> found = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM cancel_asked WHERE NOT " + STILL_OPEN);
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT delivery, endpoint, round FROM cancel_asked"
                                    + " ORDER BY delivery")) {
                while (row.next()) {
                    found.add(
                            new CancelAsked(
                                    new DeliveryId(row.getLong(1)),
                                    new EndpointId(row.getLong(2)),
                                    row.getInt(3)));
                }
            }
        }
        found.forEach(cancel -> open.add(cancel.delivery().seq()));
        return found;
    }

    public void ask(Connection connection, CancelAsked cancel) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(ASK)) {
            ask.setLong(1, cancel.delivery().seq());
            ask.setLong(2, cancel.endpoint().seq());
            ask.setInt(3, cancel.round());
            ask.executeUpdate();
        }
        open.add(cancel.delivery().seq());
    }

    /** These were written in the open transaction. */
    void settled(Connection connection, List<Settlement> settlements) throws SQLException {
        List<Long> ended = asked(settlements);
        if (!ended.isEmpty()) {
            try (var end = new Unnest<>(connection, END, ended)) {
                end.longs(seq -> seq).statement().executeUpdate();
            }
        }
    }

    void committed(List<Settlement> settlements) {
        if (!open.isEmpty()) {
            settlements.stream()
                    .filter(one -> one.verdict().terminal())
                    .forEach(one -> open.remove(one.delivery().seq()));
        }
    }

    private List<Long> asked(List<Settlement> settlements) {
        return open.isEmpty()
                ? List.of()
                : settlements.stream()
                        .map(one -> one.delivery().seq())
                        .filter(open::contains)
                        .toList();
    }
}
