package dev.posthorn.server.postgres.config;

import dev.posthorn.core.store.ConfigStore.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Makes an organisation unknown at once; what is left of it is erased in the background. */
final class WritePurge {
    private WritePurge() {}

    static void write(Connection connection, Change.Purge purge, long seq) throws SQLException {
        long organisation = purge.organisation().id().seq();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO purge (org, seq) VALUES (?, ?)")) {
            insert.setLong(1, organisation);
            insert.setLong(2, seq);
            insert.executeUpdate();
        }
        run(connection, "DELETE FROM organisation WHERE seq = ?", organisation);
        run(
                connection,
                "DELETE FROM replay WHERE (SELECT org FROM task WHERE seq = replay.task) = ?",
                organisation);
    }

    private static void run(Connection connection, String sql, long organisation)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, organisation);
            statement.executeUpdate();
        }
    }
}
