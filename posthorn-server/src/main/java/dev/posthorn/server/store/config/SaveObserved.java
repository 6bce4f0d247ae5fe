package dev.posthorn.server.store.config;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.server.store.row.HealthCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes what was seen of endpoints. */
public final class SaveObserved {
    private final Purged purged;
    private final AddCounts counts;
    private final PreparedStatement save;
    private final PreparedStatement remove;
    private final HealthCodec codec = new HealthCodec();

    public SaveObserved(Connection connection, Purged purged) throws SQLException {
        this.purged = purged;
        counts = new AddCounts(connection);
        save =
                connection.prepareStatement(
                        """
                        INSERT INTO endpoint_health (endpoint, body) VALUES (?, ?)
                        ON CONFLICT (endpoint) DO UPDATE SET body = excluded.body
                        """);
        remove = connection.prepareStatement("DELETE FROM endpoint_health WHERE endpoint = ?");
    }

    public void write(ObservedRows observed) throws SQLException {
        ObservedRows rows = purged.isEmpty() ? observed : left(observed);
        if (!rows.counted().isEmpty()) {
            counts.add(rows.counted(), rows.nowMs());
        }
        for (EndpointHealth health : rows.healths()) {
            write(health);
        }
    }

    private ObservedRows left(ObservedRows rows) {
        return new ObservedRows(
                rows.counted().stream().filter(one -> !purged.covers(one.subject().seq())).toList(),
                rows.healths().stream().filter(one -> !purged.covers(one.endpoint())).toList(),
                rows.nowMs());
    }

    private void write(EndpointHealth health) throws SQLException {
        long endpoint = health.endpoint().seq();
        if (health.isGood()) {
            remove.setLong(1, endpoint);
            remove.executeUpdate();
        } else {
            save.setLong(1, endpoint);
            save.setBytes(2, codec.encode(health));
            save.executeUpdate();
        }
    }
}
