package dev.posthorn.core.store;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EventId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads what is pending, per lane. Answers come later, on any thread; a question is always
 * answered, with {@link Optional#empty} or an empty page when the store cannot be reached.
 */
public interface Backlog {
    /** Asks for the next rows of one lane. */
    void refill(RefillQuery query, Consumer<RefillPage> answer);

    /** Asks for an event whose payload was not kept in memory. */
    void event(EventId id, Consumer<EventLookup> answer);

    /** Asks for the first pending row of every lane: the truth scan. */
    void heads(Consumer<List<LaneHead>> answer);

    /**
     * Which rows of a lane.
     *
     * <p>{@link Ordering#NONE}: rows by (order, id) after the position ({@code afterOrder}, {@code
     * afterId}) with due ≤ {@code nowMs}. {@link Ordering#FIFO}: rows by (order, id) from the
     * start, whatever their due. {@link Ordering#ENTITY}: for each entity its first row by order,
     * due or not, walking entities by key from {@code afterEntity} (exclusive).
     *
     * @param limit most rows in the page
     * @param maxBytes payload bytes the page may carry; rows beyond come without their event
     */
    record RefillQuery(
            EndpointId endpoint,
            Ordering ordering,
            long nowMs,
            long afterOrder,
            long afterId,
            long afterEntity,
            int limit,
            int maxBytes) {}
}
