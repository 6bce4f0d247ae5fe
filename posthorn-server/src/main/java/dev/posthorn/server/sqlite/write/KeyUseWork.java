package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.organisation.KeyId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** When keys were last used, and the caller who waits until that is durable. */
public final class KeyUseWork implements Work {
    private final Map<KeyId, Long> lastUsedMs;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    public KeyUseWork(Map<KeyId, Long> lastUsedMs) {
        this.lastUsedMs = Map.copyOf(lastUsedMs);
    }

    @Override
    public void write(Statements statements, long nowMs) throws SQLException {
        statements.configuration().write(lastUsedMs);
    }

    @Override
    public void written(Statements statements) {
        done.complete(null);
    }

    @Override
    public void failed(Throwable cause) {
        done.completeExceptionally(cause);
    }

    @Override
    public List<CommandAnswer> news() {
        return List.of();
    }

    @Override
    public List<String> kinds() {
        return List.of("KeyUse");
    }

    /** Blocks until it is durable. */
    public void await() {
        try {
            done.join();
        } catch (CompletionException e) {
            throw Failure.thrown("uses of keys were not saved", e.getCause());
        }
    }
}
