package dev.posthorn.server.sqlite;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayStore;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.sqlite.write.ReplayWork;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.row.ReplayPlanCodec;
import dev.posthorn.server.store.row.TaskCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Replays: written by the writer, each slice with its next commit. */
final class SqliteReplayStore implements ReplayStore {
    private static final String UNFINISHED =
            """
            SELECT t.seq, t.org, t.type, t.state, t.target, t.body, t.results,
                r.plan, r.stage, r.after
            FROM replay r JOIN task t ON t.seq = r.task ORDER BY r.task
            """;

    private final Database database;
    private final Inbox inbox;
    private final TaskCodec tasks;

    SqliteReplayStore(Database database, Inbox inbox, SecretBox box) {
        this.database = database;
        this.inbox = inbox;
        this.tasks = new TaskCodec(box);
    }

    @Override
    public void begin(Replay replay) {
        written(ReplayWork.begin(replay));
    }

    @Override
    public Replay advance(
            Replay before,
            List<DeliveryCommand> commands,
            Function<List<CommandAnswer>, Replay> after,
            long nowMs) {
        return written(ReplayWork.advance(before, commands, after, nowMs));
    }

    private Replay written(ReplayWork work) {
        inbox.put(work);
        return work.await();
    }

    @Override
    public List<Replay> unfinished() {
        try (Connection connection = database.openReader();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNFINISHED)) {
            List<Replay> found = new ArrayList<>();
            while (row.next()) {
                found.add(replay(row));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("replays could not be read", e);
        }
    }

    private Replay replay(ResultSet row) throws SQLException {
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
