package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer.CancelAsked;
import dev.posthorn.core.delivery.Settlement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The {@code cancel_asked} table. Which deliveries have a row is known in memory too, so that
 * settling costs nothing more as long as there is none.
 */
final class CancelRows {
    private static final String STILL_OPEN =
            """
            EXISTS (SELECT 1 FROM delivery d
                WHERE d.seq = cancel_asked.delivery AND d.state = 0
                    AND d.round = cancel_asked.round)
            """;

    private final Set<Long> open = new HashSet<>();
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();
    private final PreparedStatement ask;
    private final PreparedStatement end;

    /** Drops what was left of deliveries that ended all at once. */
    CancelRows(Connection connection) throws SQLException {
        ask =
                connection.prepareStatement(
                        """
                        INSERT INTO cancel_asked (delivery, endpoint, round) VALUES (?, ?, ?)
                        ON CONFLICT (delivery) DO UPDATE SET round = excluded.round
                        """);
        end =
                connection.prepareStatement(
                        "DELETE FROM cancel_asked WHERE delivery = ? AND NOT " + STILL_OPEN);
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM cancel_asked WHERE NOT " + STILL_OPEN);
            try (ResultSet row = statement.executeQuery("SELECT delivery FROM cancel_asked")) {
                while (row.next()) {
                    open.add(row.getLong(1));
                }
            }
        }
    }

    void ask(CancelAsked cancel) throws SQLException {
        ask.setLong(1, cancel.delivery().seq());
        ask.setLong(2, cancel.endpoint().seq());
        ask.setInt(3, cancel.round());
        ask.executeUpdate();
        asked.add(cancel.delivery().seq());
    }

    /** These were written in the open transaction. */
    void settled(List<Settlement> settlements) throws SQLException {
        if (open.isEmpty() && asked.isEmpty()) {
            return;
        }
        for (Settlement settlement : settlements) {
            long delivery = settlement.delivery().seq();
            if (open.contains(delivery) || asked.contains(delivery)) {
                end(delivery);
            }
        }
    }

    private void end(long delivery) throws SQLException {
        end.setLong(1, delivery);
        if (end.executeUpdate() == 1) {
            ended.add(delivery);
        }
    }

    void committed() {
        if (asked.isEmpty() && ended.isEmpty()) {
            return;
        }
        open.addAll(asked);
        open.removeAll(ended);
        forget();
    }

    /** What was written since was rolled back. */
    void forget() {
        asked.clear();
        ended.clear();
    }
}
