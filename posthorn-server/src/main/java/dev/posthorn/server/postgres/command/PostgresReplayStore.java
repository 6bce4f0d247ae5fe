package dev.posthorn.server.postgres.command;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayStore;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.config.Purged;
import dev.posthorn.server.store.config.ReadAtStart;
import dev.posthorn.server.store.config.ReplayRows;
import dev.posthorn.server.store.config.SaveTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Replays, each slice a transaction: commands, position and task together. */
public final class PostgresReplayStore implements ReplayStore {
    private static final String FAILED = "a replay was not written";

    private final CommandParts parts;
    private final SecretBox box;

    public PostgresReplayStore(CommandParts parts, SecretBox box) {
        this.parts = parts;
        this.box = box;
    }

    @Override
    public void begin(Replay replay) {
        parts.connections()
                .call(
                        FAILED,
                        connection -> {
                            rows(connection).begin(replay);
                            return replay;
                        });
    }

    @Override
    public Replay advance(
            Replay before,
            List<DeliveryCommand> commands,
            Function<List<CommandAnswer>, Replay> after,
            long askedMs) {
        long nowMs = parts.clock().millis();
        Slice slice =
                parts.connections()
                        .call(
                                FAILED,
                                connection -> {
                                    List<CommandAnswer> answers =
                                            new CarryOut(
                                                            connection,
                                                            parts.sequence(),
                                                            parts.cancels())
                                                    .all(commands, askedMs, nowMs);
                                    Replay now = after.apply(answers);
                                    rows(connection).advance(before, now);
                                    return new Slice(answers, now);
                                });
        parts.tell(slice.answers);
        return slice.replay;
    }

    private record Slice(List<CommandAnswer> answers, Replay replay) {}

    @Override
    public List<Replay> unfinished() {
        return parts.connections()
                .call(
                        "replays could not be read",
                        connection -> ReadAtStart.replays(connection, box));
    }

    private ReplayRows rows(Connection connection) throws SQLException {
        return new ReplayRows(connection, new SaveTasks(connection, box), new Purged(connection));
    }
}
