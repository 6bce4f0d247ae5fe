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
import dev.posthorn.server.store.config.ReadAtStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Replays: written by the writer, each slice with its next commit. */
final class SqliteReplayStore implements ReplayStore {
    private final Database database;
    private final Inbox inbox;
    private final SecretBox box;

    SqliteReplayStore(Database database, Inbox inbox, SecretBox box) {
        this.database = database;
        this.inbox = inbox;
        this.box = box;
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
        try (Connection connection = database.openReader()) {
            return ReadAtStart.replays(connection, box);
        } catch (SQLException e) {
            throw new StoreException("replays could not be read", e);
        }
    }
}
