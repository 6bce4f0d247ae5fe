package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.Journal;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Commits and answers a millisecond after it was asked, unless a test makes it unreadable. */
final class StageStore implements Journal, Backlog {
    final StoredRows rows = new StoredRows();
    final List<RefillQuery> asked = new ArrayList<>();
    boolean unreadable;

    /** A row that refills do not find, as if it were sorted elsewhere. */
    @Nullable DeliveryId hidden;

    /** Rows handed out by refills. */
    long handedOut;

    private final SimulatedTime time;
    private final Consumer<Settlement> listener;

    StageStore(SimulatedTime time, Consumer<Settlement> listener) {
        this.time = time;
        this.listener = listener;
    }

    @Override
    public boolean accept(Acceptance acceptance) {
        throw new AssertionError("events are published through the stage");
    }

    @Override
    public void settle(Settlement settlement) {
        time.after(
                1,
                () -> {
                    rows.apply(settlement);
                    listener.accept(settlement);
                });
    }

    @Override
    public void refill(RefillQuery query, Consumer<RefillPage> answer) {
        asked.add(query);
        RefillPage page = unreadable ? RefillPage.unreadable() : visible(rows.page(query));
        handedOut += page.rows().size();
        time.after(1, () -> answer.accept(page));
    }

    private RefillPage visible(RefillPage page) {
        return new RefillPage(
                page.rows().stream().filter(row -> !row.id().equals(hidden)).toList(),
                page.nextDueMs(),
                false);
    }

    @Override
    public void event(EventId id, Consumer<EventLookup> answer) {
        EventLookup found = unreadable ? new EventLookup.Unreadable() : rows.event(id);
        time.after(1, () -> answer.accept(found));
    }

    @Override
    public void heads(Consumer<List<LaneHead>> answer) {
        answer.accept(rows.heads());
    }
}
