package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Commands to deliveries, and the caller who waits for what came of them. */
public final class CommandWork implements Work {
    private final List<DeliveryCommand> commands;
    private final long askedMs;
    private final CompletableFuture<List<CommandAnswer>> done = new CompletableFuture<>();
    private List<CommandAnswer> answers = List.of();

    public CommandWork(List<? extends DeliveryCommand> commands, long askedMs) {
        this.commands = List.copyOf(commands);
        this.askedMs = askedMs;
    }

    @Override
    public void write(Statements statements, long nowMs) throws SQLException {
        answers = statements.commands().carryOut(commands, askedMs, nowMs);
    }

    @Override
    public void written(Statements statements) {
        done.complete(answers);
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
        return commands.stream().map(command -> command.getClass().getSimpleName()).toList();
    }

    /** Blocks until it is durable what came of them. */
    public List<CommandAnswer> await() {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw Failure.thrown("commands were not written", e.getCause());
        }
    }
}
