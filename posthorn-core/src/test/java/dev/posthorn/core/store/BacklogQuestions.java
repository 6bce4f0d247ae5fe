package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Backlog.RefillQuery;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks a backlog and waits for the answer. */
public final class BacklogQuestions {
    /** Enough for every payload of a test. */
    public static final int ALL_BYTES = 1 << 20;

    private static final long PATIENCE_S = 20;

    private BacklogQuestions() {}

    /** The first rows of a lane, in its own order. */
    public static RefillPage first(Backlog backlog, Endpoint endpoint, long nowMs, int limit) {
        return refill(
                backlog,
                new RefillQuery(
                        endpoint.id(),
                        endpoint.settings().ordering(),
                        nowMs,
                        Long.MIN_VALUE,
                        Long.MIN_VALUE,
                        Long.MIN_VALUE,
                        limit,
                        ALL_BYTES));
    }

    /** All rows of a lane with their payloads, however far in the future they are due. */
    public static List<PendingDelivery> all(Backlog backlog, Endpoint endpoint) {
        return first(backlog, endpoint, Long.MAX_VALUE, 1_000).rows();
    }

    public static RefillPage refill(Backlog backlog, RefillQuery query) {
        return ask(answer -> backlog.refill(query, answer));
    }

    public static EventLookup event(Backlog backlog, EventId id) {
        return ask(answer -> backlog.event(id, answer));
    }

    /** By endpoint. */
    public static List<LaneHead> heads(Backlog backlog) {
        List<LaneHead> heads = ask(backlog::heads);
        return heads.stream()
                .sorted(Comparator.comparingLong(head -> head.endpoint().seq()))
                .toList();
    }

    private static <T> T ask(Consumer<Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        question.accept(answer::complete);
        return answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }
}
