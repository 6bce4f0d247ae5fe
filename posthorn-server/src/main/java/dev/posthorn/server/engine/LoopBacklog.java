package dev.posthorn.server.engine;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.List;
import java.util.function.Consumer;

/** Asks the store and brings its answers to the engine's loop. */
final class LoopBacklog implements Backlog {
    private final Backlog store;
    private final Mailbox mailbox;

    LoopBacklog(Backlog store, Mailbox mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    @Override
    public void refill(RefillQuery query, Consumer<RefillPage> answer) {
        store.refill(query, page -> mailbox.post(() -> answer.accept(page)));
    }

    @Override
    public void event(EventId id, Consumer<EventLookup> answer) {
        store.event(id, found -> mailbox.post(() -> answer.accept(found)));
    }

    @Override
    public void heads(Consumer<List<LaneHead>> answer) {
        store.heads(heads -> mailbox.post(() -> answer.accept(heads)));
    }
}
