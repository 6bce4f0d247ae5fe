package dev.posthorn.server.sqlite.write;

import dev.posthorn.server.store.config.LaneCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Cancels pending deliveries of an endpoint, a slice at a time. */
final class CancelPending {
    private static final int ROWS_PER_SLICE = 500;

    private final PreparedStatement cancel;

    CancelPending(Connection connection) throws SQLException {
        cancel =
                connection.prepareStatement(
                        """
                        UPDATE delivery SET state = 3, closed = ?, reason = ?
                        WHERE seq IN (SELECT seq FROM delivery
                            WHERE state = 0 AND endpoint = ? AND seq < ? ORDER BY ord LIMIT ?)
                        """);
    }

    /** Whether that was the last slice. */
    boolean slice(LaneCommand.Cancel command, long before) throws SQLException {
        cancel.setLong(1, command.atMs());
        cancel.setString(2, command.reason());
        cancel.setLong(3, command.endpoint().seq());
        cancel.setLong(4, before);
        cancel.setInt(5, ROWS_PER_SLICE);
        return cancel.executeUpdate() < ROWS_PER_SLICE;
    }
}
