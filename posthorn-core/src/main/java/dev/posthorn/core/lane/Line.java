package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one endpoint that wait: a few ready in memory, the rest in the store.
 *
 * <p>Invariant: each committed pending delivery of the lane is {@link #held}, or due no earlier
 * than {@link #storedDueMs}, or behind one of the same line that is. What the store holds is never
 * remembered row by row: only the earliest time it may have something.
 *
 * <p>A refill is a question on its way while the world goes on. Its answer is old when it comes, so
 * rows settled since are skipped and what was put into the store since lowers {@code storedDueMs}.
 */
abstract sealed class Line permits UnorderedLine, FifoLine, EntityLine {
    static final long NOTHING = RefillPage.NOTHING;

    /** After the store could not be read: soon, but not in a spin. */
    private static final long REREAD_AFTER_MS = 250;

    final EndpointId endpoint;
    final ReadyBudget budget;

    /** Ids in memory: ready, in flight or settling. */
    private final LongSet held = new LongSet();

    /**
     * Deliveries not settled, in memory and in the store. Not exact for a while after the store
     * cancelled all it had: some were found before their commit was heard of, some committed since.
     */
    private long pending;

    private long storedDueMs = NOTHING;
    private long readNotBeforeMs = Long.MIN_VALUE;

    private boolean modest = true;
    private boolean reading;
    private int asked;
    private boolean answerVoid;
    private long spilledDueMs = NOTHING;
    private final LongSet settledSince = new LongSet();

    /** Pending again while an attempt of an earlier round was still to be settled; rare. */
    private final Map<Long, PendingDelivery> reopened = new HashMap<>();

    Line(EndpointId endpoint, ReadyBudget budget) {
        this.endpoint = endpoint;
        this.budget = budget;
    }

    /** {@code pending}: how many the store has now; nothing is known of when they are due. */
    static Line of(Ordering ordering, EndpointId endpoint, ReadyBudget budget, long pending) {
        Line line =
                switch (ordering) {
                    case NONE -> new UnorderedLine(endpoint, budget);
                    case FIFO -> new FifoLine(endpoint, budget);
                    case ENTITY -> new EntityLine(endpoint, budget);
                };
        line.pending = pending;
        line.storedDueMs = pending == 0 ? NOTHING : Long.MIN_VALUE;
        return line;
    }

    /** Rows ready in memory. */
    abstract int ready();

    /** When the next ready row may leave; {@link #NOTHING} when none is ready. */
    abstract long readyMs();

    /** Takes out the row to send next; only called when {@link #readyMs} has come. */
    abstract PendingDelivery next(boolean oldestFirst);

    /** Whether a row just committed may go straight into memory. */
    abstract boolean takesDirectly(PendingDelivery delivery);

    abstract void push(PendingDelivery delivery, boolean fresh);

    /** Takes what fits of a page; returns from when on the store may have more. */
    abstract long take(RefillPage page, long nowMs);

    /** {@code rows}: how many more may be ready. */
    abstract RefillQuery query(long nowMs, int rows);

    /** Puts everything ready back into the store's care. */
    abstract void release();

    /** Takes out one ready row; null when it is not ready. */
    abstract @Nullable PendingDelivery takeOut(long id);

    /** Follows up on a settled row, before its own retry is put into the store's care. */
    void afterSettled(Settlement settlement, long nowMs) {}

    /** A row is in the store's care alone from now on. */
    abstract void spill(long dueMs, long order);

    /** A row under way is no longer in memory, yet not settled. */
    void forget(long id) {}

    /** The same for a row just committed, which has its place behind all others. */
    void spillLast(PendingDelivery delivery) {
        spill(delivery.dueMs(), delivery.order());
    }

    /** The same for a row that was final: what came after it may be in memory. */
    void spillAgain(PendingDelivery delivery) {
        spill(delivery.dueMs(), delivery.order());
    }

    final long storedDueMs() {
        return storedDueMs;
    }

    final boolean reading() {
        return reading;
    }

    final long pending() {
        return pending;
    }

    /** The store may have changed under it: asks for everything once more. */
    final void lookAgain() {
        spill(Long.MIN_VALUE, Long.MIN_VALUE + 1);
    }

    /** The store has cancelled all it had: what comes to light now was committed meanwhile. */
    final void cancelled() {
        release();
        voidAnswer();
        reopened.clear();
        pending = held.size();
        lookAgain();
    }

    /** Takes out everything ready. It stays held until it is settled. */
    final List<PendingDelivery> takeAll() {
        List<PendingDelivery> all = new ArrayList<>();
        while (ready() > 0) {
            all.add(next(true));
        }
        return all;
    }

    /** Whether the store has rows that are not in memory. */
    final boolean hasStored() {
        return pending > held.size();
    }

    final boolean holds(long id) {
        return held.contains(id);
    }

    /** A row was committed. Rows a refill has already found are not taken twice. */
    final void committed(PendingDelivery delivery) {
        pending++;
        if (held.contains(delivery.id().seq())) {
            return;
        }
        if (takesDirectly(delivery)) {
            hold(delivery, true);
        } else {
            spillLast(delivery);
        }
    }

    /** A row that was final is pending again. One still held is met when it is let go. */
    final void reopened(PendingDelivery delivery) {
        pending++;
        if (held.contains(delivery.id().seq())) {
            reopened.put(delivery.id().seq(), delivery);
        } else {
            spillAgain(delivery);
        }
    }

    /** A row that waited in the store is due earlier. */
    final void hastened(PendingDelivery delivery) {
        spill(delivery.dueMs(), delivery.order());
    }

    /**
     * Keeps a row from being sent until it is settled, wherever it is. False when it is about to be
     * settled already.
     */
    final boolean withdraw(long id) {
        PendingDelivery ready = takeOut(id);
        if (ready != null) {
            budget.leave(ready);
        }
        return ready != null || held.add(id);
    }

    final void settled(Settlement settlement, long nowMs) {
        held.remove(settlement.delivery().seq());
        if (reading) {
            settledSince.add(settlement.delivery().seq());
        }
        if (settlement.verdict().terminal() && pending > 0) {
            pending--;
        }
        afterSettled(settlement, nowMs);
        if (settlement.verdict() instanceof Settlement.Verdict.Retry(long dueMs, long order)) {
            spill(dueMs, order);
        }
        PendingDelivery again = reopened.remove(settlement.delivery().seq());
        if (again != null && again.round() > settlement.round()) {
            spillAgain(again);
        }
        recount();
    }

    /** With nothing in memory and nothing in the store there is no doubt. */
    private void recount() {
        if (storeEmpty() && held.size() == 0) {
            pending = 0;
        }
    }

    /** A row that was under way could not be loaded: the store has it, once it can be read. */
    final void unreadable(PendingDelivery delivery, long nowMs) {
        held.remove(delivery.id().seq());
        forget(delivery.id().seq());
        readNotBeforeMs = nowMs + REREAD_AFTER_MS;
        spill(delivery.dueMs(), delivery.order());
    }

    /** Takes over what left from this lane's earlier line and is not settled. */
    final void follow(Line earlier) {
        held.addAll(earlier.held);
        reopened.putAll(earlier.reopened);
    }

    /** Whether one more row may be ready beside {@code those}. */
    final boolean hasRoom(int those) {
        return those < DispatchLimits.ALWAYS_READY_PER_LANE
                || (!modest && those < DispatchLimits.READY_PER_LANE && budget.hasRoom());
    }

    /** A modest lane keeps no more ready than is always its own, and gives back the rest. */
    final void modest(boolean now) {
        if (now && !modest) {
            release();
        }
        modest = now;
    }

    /** A refill starts while there is still something to send, so that the line never runs dry. */
    final boolean wantsRefill(long nowMs) {
        return !reading
                && storedDueMs <= nowMs
                && readNotBeforeMs <= nowMs
                && ready() <= mostReady() / 4;
    }

    private int mostReady() {
        return !modest && budget.mayAsk()
                ? DispatchLimits.READY_PER_LANE
                : DispatchLimits.ALWAYS_READY_PER_LANE;
    }

    /** The earliest time at which the store is to be asked again, {@link #NOTHING} for never. */
    final long askMs() {
        return reading ? NOTHING : Math.max(storedDueMs, readNotBeforeMs);
    }

    final RefillQuery startReading(long nowMs) {
        asked = mostReady() - ready();
        budget.ask(asked);
        reading = true;
        answerVoid = false;
        spilledDueMs = NOTHING;
        return query(nowMs, asked);
    }

    /** The answer came, whether or not this is still the lane's line. */
    final void answered() {
        budget.answered(asked);
        reading = false;
    }

    final void absorb(RefillPage page, long nowMs) {
        if (page.failed()) {
            readNotBeforeMs = nowMs + REREAD_AFTER_MS;
        } else if (!answerVoid) {
            storedDueMs = take(page, nowMs);
        }
        storedDueMs = Math.min(storedDueMs, spilledDueMs);
        settledSince.clear();
        recount();
    }

    /** The truth scan found this row first in the store. Only ever lowers. */
    final void truth(LaneHead head) {
        if (!held.contains(head.first().seq()) && !reading && head.dueMs() < storedDueMs) {
            spill(head.dueMs(), head.order());
            lower(head.dueMs());
        }
    }

    final void lower(long dueMs) {
        storedDueMs = Math.min(storedDueMs, dueMs);
        spilledDueMs = Math.min(spilledDueMs, dueMs);
    }

    final boolean known(PendingDelivery row) {
        return held.contains(row.id().seq()) || settledSince.contains(row.id().seq());
    }

    final void hold(PendingDelivery delivery, boolean fresh) {
        held.add(delivery.id().seq());
        push(budget.admit(delivery), fresh);
    }

    /** Forgets one ready row, which the caller has taken out. */
    final void letGo(PendingDelivery delivery) {
        held.remove(delivery.id().seq());
        budget.leave(delivery);
        voidAnswer();
    }

    /** The page on its way, if there is one, no longer tells what goes first. */
    final void voidAnswer() {
        answerVoid = true;
    }

    /** Few are ready and this is seldom asked for. */
    static @Nullable PendingDelivery takeOut(Collection<PendingDelivery> ready, long id) {
        for (Iterator<PendingDelivery> rows = ready.iterator(); rows.hasNext(); ) {
            PendingDelivery row = rows.next();
            if (row.id().seq() == id) {
                rows.remove();
                return row;
            }
        }
        return null;
    }

    final boolean storeEmpty() {
        return storedDueMs == NOTHING && !reading;
    }
}
