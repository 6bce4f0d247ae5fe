package dev.posthorn.server.store.config;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The {@code lane_command} table: what has been asked for and is not finished. */
public final class LaneCommandRows {
    private final PreparedStatement insert;
    private final PreparedStatement delete;

    public LaneCommandRows(Connection connection) throws SQLException {
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO lane_command (seq, endpoint, command, argument, at)
                        VALUES (?, ?, ?, ?, ?)
                        """);
        delete = connection.prepareStatement("DELETE FROM lane_command WHERE seq = ?");
    }

    /** A command and its number: it touches only deliveries with smaller ones. */
    public record Row(long seq, LaneCommand command) {}

    public static List<Row> load(Connection connection) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT seq, endpoint, command, argument, at FROM lane_command"
                                        + " ORDER BY seq")) {
            while (row.next()) {
                found.add(new Row(row.getLong(1), command(row)));
            }
        }
        return found;
    }

    private static LaneCommand command(ResultSet row) throws SQLException {
        EndpointId endpoint = new EndpointId(row.getLong(2));
        return switch (row.getString(3)) {
            case "cancel" -> new LaneCommand.Cancel(endpoint, row.getString(4), row.getLong(5));
            case "reorder" -> new LaneCommand.Reorder(endpoint, Ordering.valueOf(row.getString(4)));
            default ->
                    throw new IllegalStateException(
                            "unknown lane command " + row.getString(3) + " " + row.getLong(1));
        };
    }

    public void insert(Row row) throws SQLException {
        insert.setLong(1, row.seq);
        insert.setLong(2, row.command.endpoint().seq());
        switch (row.command) {
            case LaneCommand.Cancel(_, String reason, long atMs) -> bind("cancel", reason, atMs);
            case LaneCommand.Reorder(_, Ordering ordering) -> bind("reorder", ordering.name(), 0);
        }
        insert.executeUpdate();
    }

    private void bind(String command, String argument, long atMs) throws SQLException {
        insert.setString(3, command);
        insert.setString(4, argument);
        insert.setLong(5, atMs);
    }

    public void delete(long seq) throws SQLException {
        delete.setLong(1, seq);
        delete.executeUpdate();
    }
}
