package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.server.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A replay to begin, or its next slice: commands, position and task together. */
public final class ReplayWork implements Work {
    private final @Nullable Replay before;
    private final List<DeliveryCommand> commands;
    private final Function<List<CommandAnswer>, Replay> after;
    private final long askedMs;
    private final CompletableFuture<Replay> done = new CompletableFuture<>();
    private List<CommandAnswer> answers = List.of();
    private @Nullable Replay result;

    private ReplayWork(
            @Nullable Replay before,
            List<DeliveryCommand> commands,
            Function<List<CommandAnswer>, Replay> after,
            long askedMs) {
        this.before = before;
        this.commands = List.copyOf(commands);
        this.after = after;
        this.askedMs = askedMs;
    }

    public static ReplayWork begin(Replay replay) {
        return new ReplayWork(null, List.of(), _ -> replay, 0);
    }

    public static ReplayWork advance(
            Replay before,
            List<DeliveryCommand> commands,
            Function<List<CommandAnswer>, Replay> after,
            long askedMs) {
        return new ReplayWork(before, commands, after, askedMs);
    }

    @Override
    public void write(Statements statements, long nowMs) throws SQLException {
        answers = statements.commands().carryOut(commands, askedMs, nowMs);
        Replay now = after.apply(answers);
        if (before == null) {
            statements.replays().begin(now);
        } else {
            statements.replays().advance(before, now);
        }
        result = now;
    }

    @Override
    public void written(Statements statements) {
        done.complete(result);
    }

    @Override
    public void failed(Throwable cause) {
        done.completeExceptionally(cause);
    }

    @Override
    public List<CommandAnswer> news() {
        return answers.stream().filter(CommandAnswer::changed).toList();
    }

    @Override
    public List<String> kinds() {
        return List.of("Replay");
    }

    /** Blocks until it is durable. */
    public Replay await() {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw new StoreException("a replay was not written", e.getCause());
        }
    }
}
