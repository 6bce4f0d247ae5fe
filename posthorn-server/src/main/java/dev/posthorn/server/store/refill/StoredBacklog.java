package dev.posthorn.server.store.refill;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import dev.posthorn.server.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backlog, read on a thread and a connection of its own so that neither writers nor anyone's
 * lists hold it up. Answers are given on that thread. A lane asks for one page at a time, so what
 * waits here is bounded by the number of lanes.
 */
public final class StoredBacklog implements Backlog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredBacklog.class);

    private final Source source;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("posthorn-backlog").factory());

    /** {@code source} is its own from here on. */
    public StoredBacklog(Source source) {
        this.source = source;
    }

    @Override
    public void refill(RefillQuery query, Consumer<RefillPage> answer) {
        ask(reader -> reader.refill(query), RefillPage.unreadable(), answer);
    }

    @Override
    public void event(EventId id, Consumer<EventLookup> answer) {
        ask(reader -> reader.event(id), new EventLookup.Unreadable(), answer);
    }

    @Override
    public void heads(Consumer<List<LaneHead>> answer) {
        ask(BacklogReader::heads, List.of(), answer);
    }

    /** How many deliveries are pending, by endpoint; for the start, reads all of them. Blocks. */
    public Map<EndpointId, Long> pendingCounts() {
        CompletableFuture<Map<EndpointId, Long>> counts = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                counts.complete(source.read(BacklogReader::pendingCounts));
            } catch (SQLException e) {
                counts.completeExceptionally(e);
            }
        });
        try {
            return counts.join();
        } catch (CompletionException e) {
            throw new StoreException("pending deliveries could not be counted", e.getCause());
        }
    }

    private <T> void ask(Question<T> question, T unreadable, Consumer<T> answer) {
        try {
            thread.execute(() -> answer.accept(read(question, unreadable)));
        } catch (RejectedExecutionException _) {
            answer.accept(unreadable);
        }
    }

    private <T> T read(Question<T> question, T unreadable) {
        try {
            return source.read(question);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the backlog could not be read", e);
            return unreadable;
        }
    }

    /** Answers what was asked, then ends. */
    @Override
    public void close() throws SQLException {
        thread.close();
        source.close();
    }

    /** Something to read. */
    @FunctionalInterface
    public interface Question<T> {
        T of(BacklogReader reader) throws SQLException;
    }

    /** Where it is read; asked by one thread. */
    public interface Source {
        <T> T read(Question<T> question) throws SQLException;

        void close() throws SQLException;
    }
}
