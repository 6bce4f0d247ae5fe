package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.server.sqlite.file.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Changes to write together, and the caller who waits for it. */
public final class ConfigWork {
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

    List<Change> changes() {
        return changes;
    }

    ObservedRows observed() {
        return observed;
    }

    /** For a log: what is changed, not to what. */
    List<String> kinds() {
        return changes.stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    /** The commands written down with the changes. */
    void asked(List<LaneCommandRows.Row> rows) {
        commands = rows;
    }

    /** The changes are durable; the caller is told when the commands are carried out too. */
    void written(LaneCommands to) {
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

    void failed(Throwable cause) {
        done.completeExceptionally(cause);
    }

    /** Blocks until everything is durable and done. */
    public void await() {
        try {
            done.join();
        } catch (CompletionException e) {
            throw new StoreException("configuration was not saved", e.getCause());
        }
    }
}
