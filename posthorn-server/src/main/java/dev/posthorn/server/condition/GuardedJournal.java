package dev.posthorn.server.condition;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Journal;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;

/**
 * Takes no events while the disk is nearly full or the node is stopping, and says why with 503.
 * Settling goes on: it is what empties the queue.
 */
public record GuardedJournal(Journal journal, NodeCondition node) implements Journal {
    @Override
    public boolean accept(Acceptance acceptance) {
        var closed = node.closed();
        if (closed.isPresent()) {
            throw new RefusedException(ApiError.unavailable(closed.get()));
        }
        return journal.accept(acceptance);
    }

    @Override
    public void settle(Settlement settlement) {
        journal.settle(settlement);
    }
}
