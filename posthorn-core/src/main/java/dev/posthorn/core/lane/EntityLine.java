package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In order per entity, entities side by side: at most one row of an entity is in memory, its first.
 *
 * <p>The store is walked in rounds, entity by entity. A round knows the earliest time of all first
 * rows only when it is complete; until then the store may have something now.
 */
final class EntityLine extends Line {
    private static final long FIRST = Long.MIN_VALUE;

    private final ArrayDeque<PendingDelivery> ready = new ArrayDeque<>();

    /** Entities with a row in memory, by the id of that row. */
    private final Map<Long, Long> entityOf = new HashMap<>();

    private final LongSet busy = new LongSet();
    private long afterEntity = FIRST;
    private long roundDueMs = NOTHING;

    EntityLine(EndpointId endpoint, ReadyBudget budget) {
        super(endpoint, budget);
    }

    @Override
    int ready() {
        return ready.size();
    }

    @Override
    long readyMs() {
        return ready.isEmpty() ? NOTHING : Long.MIN_VALUE;
    }

    @Override
    PendingDelivery next(boolean oldestFirst) {
        PendingDelivery next = ready.remove();
        budget.leave(next);
        return next;
    }

    @Override
    boolean takesDirectly(PendingDelivery delivery) {
        return storeEmpty()
                && delivery.dueMs() <= delivery.acceptedMs()
                && !busy.contains(delivery.entityKey())
                && hasRoom(ready.size());
    }

    @Override
    void push(PendingDelivery delivery, boolean fresh) {
        ready.add(delivery);
        busy.add(delivery.entityKey());
        entityOf.put(delivery.id().seq(), delivery.entityKey());
    }

    @Override
    long take(RefillPage page, long nowMs) {
        for (PendingDelivery row : page.rows()) {
            if (row.dueMs() > nowMs) {
                roundDueMs = Math.min(roundDueMs, row.dueMs());
            } else if (!known(row) && !busy.contains(row.entityKey())) {
                if (!hasRoom(ready.size())) {
                    return nowMs;
                }
                hold(row, false);
            }
            afterEntity = row.entityKey();
        }
        return page.nextDueMs() == NOTHING ? endRound() : nowMs;
    }

    private long endRound() {
        long earliest = roundDueMs;
        startRound();
        return earliest;
    }

    /** Whatever arrived before is in the store for this round to find. */
    private void startRound() {
        afterEntity = FIRST;
        roundDueMs = NOTHING;
    }

    @Override
    RefillQuery query(long nowMs, int rows) {
        if (afterEntity == FIRST) {
            startRound();
        }
        return new RefillQuery(
                endpoint,
                Ordering.ENTITY,
                nowMs,
                Long.MIN_VALUE,
                0,
                afterEntity,
                rows,
                DispatchLimits.REFILL_BYTES);
    }

    @Override
    void release() {
        for (PendingDelivery row : ready) {
            letGo(row);
            forget(row.id().seq());
        }
        ready.clear();
        startRound();
        arrived(Long.MIN_VALUE);
    }

    /** Its entity stays busy until it is settled. */
    @Override
    @Nullable PendingDelivery takeOut(long id) {
        return takeOut(ready, id);
    }

    /** What waited behind it in the store may go now. */
    @Override
    void afterSettled(Settlement settlement, long nowMs) {
        forget(settlement.delivery().seq());
        if (settlement.verdict().terminal() && hasStored()) {
            arrived(nowMs);
        }
    }

    @Override
    void spill(long dueMs, long order) {
        arrived(dueMs);
    }

    /** It goes before what is ready of its entity. */
    @Override
    void spillAgain(PendingDelivery delivery) {
        ready.stream()
                .filter(row -> row.entityKey() == delivery.entityKey())
                .filter(row -> row.order() > delivery.order())
                .findFirst()
                .ifPresent(this::giveBack);
        voidAnswer();
        arrived(delivery.dueMs());
    }

    private void giveBack(PendingDelivery row) {
        ready.remove(row);
        letGo(row);
        forget(row.id().seq());
    }

    /** The round may already have passed the entity: its end must not forget this. */
    private void arrived(long dueMs) {
        roundDueMs = Math.min(roundDueMs, dueMs);
        lower(dueMs);
    }

    @Override
    void forget(long id) {
        Long entity = entityOf.remove(id);
        if (entity != null) {
            busy.remove(entity);
        }
    }
}
