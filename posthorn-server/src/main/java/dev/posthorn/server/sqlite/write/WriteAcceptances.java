package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.IdempotencyMark;
import dev.posthorn.server.sqlite.write.RememberKeys.Seen;
import dev.posthorn.server.store.config.Purged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes acceptances and collects what became of each. Rows of several go to the database together;
 * nothing is written for sure before {@link #flush}.
 */
final class WriteAcceptances {
    private static final AcceptOutcome ALL_NEW = new AcceptOutcome.Committed(null);

    private static final AcceptOutcome ERASED =
            new AcceptOutcome.Failed("the organisation was erased meanwhile");

    /** Rows handed over at a time: beyond some hundred a batch gets no cheaper. */
    private static final int BATCH_ROWS = 256;

    private final InsertEvents events;
    private final InsertDeliveries deliveries;
    private final RememberKeys keys;
    private final LateIndex eventIndex;
    private final LateIndex deliveryIndex;
    private final Purged purged;
    private List<PendingDelivery> made = new ArrayList<>();
    private List<AcceptOutcome> outcomes = new ArrayList<>();
    private int rows;
    private int waitingRows;
    private int newKeys;

    WriteAcceptances(
            Connection connection, LateIndex eventIndex, LateIndex deliveryIndex, Purged purged)
            throws SQLException {
        this.purged = purged;
        events = new InsertEvents(connection);
        deliveries = new InsertDeliveries(connection);
        keys = new RememberKeys(connection);
        this.eventIndex = eventIndex;
        this.deliveryIndex = deliveryIndex;
    }

    void add(Acceptance acceptance, long nowMs) throws SQLException {
        outcomes.add(write(acceptance, nowMs));
        if (waitingRows >= BATCH_ROWS) {
            flushRows();
        }
    }

    /** Rows added since the last {@link #forget}. */
    int rows() {
        return rows;
    }

    int newKeys() {
        return newKeys;
    }

    void flush() throws SQLException {
        flushRows();
        eventIndex.beforeCommit();
        deliveryIndex.beforeCommit();
    }

    private void flushRows() throws SQLException {
        events.flush();
        deliveries.flush();
        waitingRows = 0;
    }

    /** One per acceptance added, in order. */
    List<AcceptOutcome> outcomes() {
        return outcomes;
    }

    List<PendingDelivery> made() {
        return made;
    }

    void committed(long nowMs) {
        eventIndex.rowsCommitted(nowMs);
        deliveryIndex.rowsCommitted(nowMs);
        reset();
    }

    void forget() throws SQLException {
        events.forget();
        deliveries.forget();
        eventIndex.forget();
        deliveryIndex.forget();
        reset();
    }

    /** The lists belong to whoever was told: they may be read on other threads. */
    private void reset() {
        made = new ArrayList<>();
        outcomes = new ArrayList<>();
        rows = 0;
        waitingRows = 0;
        newKeys = 0;
    }

    private AcceptOutcome write(Acceptance acceptance, long nowMs) throws SQLException {
        List<AcceptedEvent> accepted = acceptance.events();
        if (purged.coversAny(accepted)) {
            return ERASED;
        }
        for (AcceptedEvent event : accepted) {
            if (event.idempotency() != null) {
                return writeMarked(accepted, acceptance.partial(), nowMs);
            }
        }
        for (AcceptedEvent event : accepted) {
            write(event);
        }
        return ALL_NEW;
    }

    private AcceptOutcome writeMarked(List<AcceptedEvent> accepted, boolean partial, long nowMs)
            throws SQLException {
        Seen[] seen = new Seen[accepted.size()];
        @Nullable EventId[] repeats = new @Nullable EventId[seen.length];
        Set<Integer> reused = new TreeSet<>();
        boolean repeated = false;
        for (int i = 0; i < seen.length; i++) {
            seen[i] = remember(accepted.get(i), nowMs);
            switch (seen[i]) {
                case Seen.New _, Seen.Unmarked _ -> {}
                case Seen.Repeat(EventId first) -> {
                    repeats[i] = first;
                    repeated = true;
                }
                case Seen.Reused _ -> {
                    if (!partial) {
                        takeBack(accepted, seen, i);
                        return new AcceptOutcome.KeyReused(i);
                    }
                    reused.add(i);
                }
            }
        }
        for (int i = 0; i < seen.length; i++) {
            if (repeats[i] == null && !reused.contains(i)) {
                write(accepted.get(i));
            }
        }
        if (!reused.isEmpty()) {
            return new AcceptOutcome.PartlyCommitted(Arrays.asList(repeats), reused);
        }
        return repeated ? new AcceptOutcome.Committed(Arrays.asList(repeats)) : ALL_NEW;
    }

    private Seen remember(AcceptedEvent accepted, long nowMs) throws SQLException {
        IdempotencyMark mark = accepted.idempotency();
        if (mark == null) {
            return new Seen.Unmarked();
        }
        newKeys++;
        return keys.remember(mark, accepted.event().id(), nowMs);
    }

    private void takeBack(List<AcceptedEvent> accepted, Seen[] seen, int count)
            throws SQLException {
        for (int i = 0; i < count; i++) {
            if (seen[i] instanceof Seen.New(long slot)) {
                keys.forget(slot, accepted.get(i).event().id());
            }
        }
    }

    private void write(AcceptedEvent accepted) throws SQLException {
        events.add(accepted.event(), accepted.deliveries().size());
        eventIndex.add(accepted.event().organisation().seq(), accepted.event().id().seq());
        for (PendingDelivery delivery : accepted.deliveries()) {
            deliveries.add(delivery);
            deliveryIndex.add(delivery.endpoint().seq(), delivery.id().seq());
            made.add(delivery);
        }
        rows += 1 + accepted.deliveries().size();
        waitingRows += 1 + accepted.deliveries().size();
    }
}
