package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * By due time. New events wait apart from the backlog and get every other turn, so that a million
 * old deliveries do not starve today's.
 *
 * <p>The store is read onwards from a position: everything up to it is in memory or settled. A row
 * put into the store below the position moves it back.
 */
final class UnorderedLine extends Line {
    private final ArrayDeque<PendingDelivery> fresh = new ArrayDeque<>();
    private final ArrayDeque<PendingDelivery> old = new ArrayDeque<>();
    private boolean freshIsNext = true;

    private long afterOrder = Long.MIN_VALUE;
    private long afterId;

    /** The smallest order put into the store since the question on its way was asked. */
    private long spilledOrder = Long.MAX_VALUE;

    UnorderedLine(EndpointId endpoint, ReadyBudget budget) {
        super(endpoint, budget);
    }

    @Override
    int ready() {
        return fresh.size() + old.size();
    }

    @Override
    long readyMs() {
        return ready() == 0 ? NOTHING : Long.MIN_VALUE;
    }

    @Override
    PendingDelivery next(boolean oldestFirst) {
        boolean takeFresh = old.isEmpty() || (!fresh.isEmpty() && freshIsNext && !oldestFirst);
        freshIsNext = !takeFresh;
        PendingDelivery next = takeFresh ? fresh.remove() : old.remove();
        budget.leave(next);
        return next;
    }

    @Override
    boolean takesDirectly(PendingDelivery delivery) {
        boolean dueNow = delivery.dueMs() <= delivery.acceptedMs();
        return dueNow
                && hasRoom(fresh.size())
                && (storeEmpty() || fresh.size() < DispatchLimits.FRESH_PER_LANE);
    }

    @Override
    void push(PendingDelivery delivery, boolean isFresh) {
        (isFresh ? fresh : old).add(delivery);
        if (isFresh && storeEmpty() && isAfterPosition(delivery)) {
            moveTo(delivery);
        }
    }

    /** A page does not know of rows put into the store since: the position must not pass them. */
    @Override
    long take(RefillPage page, long nowMs) {
        long nextDueMs = takeRows(page);
        moveBackBelow(spilledOrder);
        return nextDueMs;
    }

    private long takeRows(RefillPage page) {
        for (PendingDelivery row : page.rows()) {
            if (!known(row)) {
                if (!hasRoom(old.size())) {
                    return row.dueMs();
                }
                hold(row, false);
            }
            moveTo(row);
        }
        return page.nextDueMs();
    }

    @Override
    RefillQuery query(long nowMs, int rows) {
        spilledOrder = Long.MAX_VALUE;
        return new RefillQuery(
                endpoint,
                Ordering.NONE,
                nowMs,
                afterOrder,
                afterId,
                0,
                rows,
                DispatchLimits.REFILL_BYTES);
    }

    @Override
    void release() {
        fresh.forEach(this::giveBack);
        old.forEach(this::giveBack);
        fresh.clear();
        old.clear();
    }

    @Override
    void spill(long dueMs, long order) {
        lower(dueMs);
        spilledOrder = Math.min(spilledOrder, order);
        moveBackBelow(order);
    }

    @Override
    @Nullable PendingDelivery takeOut(long id) {
        PendingDelivery found = takeOut(fresh, id);
        return found == null ? takeOut(old, id) : found;
    }

    private void moveBackBelow(long order) {
        if (order <= afterOrder) {
            afterOrder = order - 1;
            afterId = Long.MAX_VALUE;
        }
    }

    private void giveBack(PendingDelivery delivery) {
        letGo(delivery);
        spill(delivery.dueMs(), delivery.order());
    }

    private boolean isAfterPosition(PendingDelivery row) {
        return row.order() > afterOrder || (row.order() == afterOrder && row.id().seq() > afterId);
    }

    private void moveTo(PendingDelivery row) {
        if (isAfterPosition(row)) {
            afterOrder = row.order();
            afterId = row.id().seq();
        }
    }
}
