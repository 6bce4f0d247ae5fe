package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.RefillPage;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * In the order accepted. Only the head's due time counts; a head that failed keeps its place, so
 * everything behind it goes back into the store's care until the head is due again.
 */
final class FifoLine extends Line {
    private final PriorityQueue<PendingDelivery> ready =
            new PriorityQueue<>(
                    Comparator.comparingLong(PendingDelivery::order)
                            .thenComparingLong(row -> row.id().seq()));

    FifoLine(EndpointId endpoint, ReadyBudget budget) {
        super(endpoint, budget);
    }

    @Override
    int ready() {
        return ready.size();
    }

    @Override
    long readyMs() {
        PendingDelivery head = ready.peek();
        return head == null ? NOTHING : head.dueMs();
    }

    @Override
    PendingDelivery next(boolean oldestFirst) {
        PendingDelivery head = ready.remove();
        budget.leave(head);
        return head;
    }

    @Override
    boolean takesDirectly(PendingDelivery delivery) {
        return storeEmpty() && hasRoom(ready.size());
    }

    @Override
    void push(PendingDelivery delivery, boolean fresh) {
        ready.add(delivery);
    }

    @Override
    long take(RefillPage page, long nowMs) {
        for (PendingDelivery row : page.rows()) {
            if (known(row)) {
                continue;
            }
            if (row.dueMs() > nowMs) {
                return row.dueMs();
            }
            if (!hasRoom(ready.size())) {
                return nowMs;
            }
            hold(row, false);
        }
        return page.nextDueMs() == NOTHING ? NOTHING : nowMs;
    }

    /** What is ready and the one in flight come back with the page. */
    @Override
    RefillQuery query(long nowMs, int rows) {
        return new RefillQuery(
                endpoint,
                Ordering.FIFO,
                nowMs,
                Long.MIN_VALUE,
                0,
                0,
                rows + ready.size() + 1,
                DispatchLimits.REFILL_BYTES);
    }

    @Override
    void release() {
        PendingDelivery head = ready.peek();
        if (head != null) {
            forgetAll();
            lower(head.dueMs());
        }
    }

    @Override
    @Nullable PendingDelivery takeOut(long id) {
        return takeOut(ready, id);
    }

    /** What is behind one that was cancelled in the store no longer waits for its time. */
    @Override
    void afterSettled(Settlement settlement, long nowMs) {
        if (settlement.verdict() instanceof Settlement.Verdict.Cancelled && hasStored()) {
            lower(nowMs);
        }
    }

    /**
     * A head that failed goes first again: nothing behind it may stay in memory and overtake it.
     */
    @Override
    void spill(long dueMs, long order) {
        if (ready.stream().anyMatch(row -> row.order() >= order)) {
            forgetAll();
        }
        voidAnswer();
        lower(dueMs);
    }

    /** While something earlier is in the store, when the last row is due does not matter. */
    @Override
    void spillLast(PendingDelivery delivery) {
        if (storedDueMs() == NOTHING || reading()) {
            lower(delivery.dueMs());
        }
    }

    private void forgetAll() {
        ready.forEach(this::letGo);
        ready.clear();
        voidAnswer();
    }
}
