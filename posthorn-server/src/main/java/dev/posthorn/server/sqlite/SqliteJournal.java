package dev.posthorn.server.sqlite;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Journal;
import dev.posthorn.server.sqlite.write.Inbox;

/** The journal's front: everything goes to the writer's inbox. */
final class SqliteJournal implements Journal {
    private final Inbox inbox;

    SqliteJournal(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean accept(Acceptance acceptance) {
        return inbox.offer(acceptance);
    }

    @Override
    public void settle(Settlement settlement) {
        inbox.put(settlement);
    }
}
