package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.StoreUnavailableException;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.config.LaneCommandRows;
import dev.posthorn.server.store.config.ObservedRows;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Changes to write together, and the caller who waits for it. */
public final class ConfigWork implements Work {
    private final List<Change> changes;
    private final ObservedRows observed;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private List<LaneCommandRows.Row> commands = List.of();
    private int unfinished;

    public ConfigWork(List<Change> changes) {
        this.changes = List.copyOf(changes);
        this.observed = ObservedRows.NONE;
    }

    public ConfigWork(ObservedRows observed) {
        this.changes = List.of();
        this.observed = observed;
    }

    @Override
    public void write(Statements statements, long nowMs) throws SQLException {
        commands = statements.configuration().write(changes, nowMs);
        statements.observed().write(observed);
    }

    @Override
    public List<CommandAnswer> news() {
        return List.of();
    }

    @Override
    public List<String> kinds() {
        return changes.stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    /** The changes are durable; the caller is told when the commands are carried out too. */
    @Override
    public void written(Statements statements) {
        LaneCommands to = statements.laneCommands();
        unfinished = commands.size();
        if (unfinished == 0) {
            done.complete(null);
        }
        for (LaneCommandRows.Row row : commands) {
            to.begin(row, this::commandDone);
        }
    }

    private void commandDone() {
        if (--unfinished == 0) {
            done.complete(null);
        }
    }

    @Override
    public void failed(Throwable cause) {
        done.completeExceptionally(cause);
    }

    /**
     * Blocks until everything is durable and done.
     *
     * @throws StoreUnavailableException when it may be written later
     * @throws StoreException when it never will be
     */
    public void await() {
        try {
            done.join();
        } catch (CompletionException e) {
            throw Failure.thrown("configuration was not saved", e.getCause());
        }
    }
}
