package dev.posthorn.server.store.config;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.user.AccountStore.Stored;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.row.HealthCodec;
import dev.posthorn.server.store.row.PeopleCodec;
import dev.posthorn.server.store.row.ReplayPlanCodec;
import dev.posthorn.server.store.row.TaskCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a node reads whole at the start, beside the configuration. */
public final class ReadAtStart {
    private static final String REPLAYS =
            """
            SELECT t.seq, t.org, t.type, t.state, t.target, t.body, t.results,
                r.plan, r.stage, r.after
            FROM replay r JOIN task t ON t.seq = r.task ORDER BY r.task
            """;

    private ReadAtStart() {}

    public static Stored people(Connection connection) throws SQLException {
        return new Stored(
                Rows.read(
                        connection,
                        "SELECT seq, email, body FROM person ORDER BY seq",
                        row ->
                                PeopleCodec.user(
                                        row.getLong(1), row.getString(2), row.getString(3))),
                Rows.read(
                        connection,
                        "SELECT token_hash, body FROM sign_in",
                        row -> PeopleCodec.session(row.getString(1), row.getString(2))),
                Rows.read(
                        connection,
                        "SELECT token_hash, body FROM one_time_link",
                        row -> PeopleCodec.link(row.getString(1), row.getString(2))));
    }

    public static List<EndpointHealth> healths(Connection connection) throws SQLException {
        return Rows.read(
                connection,
                "SELECT endpoint, body FROM endpoint_health ORDER BY endpoint",
                row -> HealthCodec.decode(row.getLong(1), row.getBytes(2)));
    }

    /** When keys were last used, milliseconds since 1970. */
    public static Map<KeyId, Long> keyUses(Connection connection) throws SQLException {
        Map<KeyId, Long> found = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT seq, last_used FROM api_key WHERE last_used IS NOT NULL")) {
            while (row.next()) {
                found.put(new KeyId(row.getLong(1)), row.getLong(2));
            }
        }
        return found;
    }

    /** Replays that are not at their end. */
    public static List<Replay> replays(Connection connection, SecretBox box) throws SQLException {
        TaskCodec tasks = new TaskCodec(box);
        return Rows.read(connection, REPLAYS, row -> replay(row, tasks));
    }

    private static Replay replay(ResultSet row, TaskCodec tasks) throws SQLException {
        return new Replay(
                tasks.decode(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getBytes(7)),
                ReplayPlanCodec.decode(row.getString(8)),
                row.getInt(9),
                row.getLong(10));
    }
}
