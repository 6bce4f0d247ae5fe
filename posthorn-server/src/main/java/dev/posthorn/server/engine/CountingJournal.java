package dev.posthorn.server.engine;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Journal;

/** Counts the events that go into a journal. */
public final class CountingJournal implements Journal {
    private final Journal journal;
    private final RateMeter accepted;

    public CountingJournal(Journal journal, RateMeter accepted) {
        this.journal = journal;
        this.accepted = accepted;
    }

    @Override
    public boolean accept(Acceptance acceptance) {
        boolean queued = journal.accept(acceptance);
        if (queued) {
            accepted.add(acceptance.events().size());
        }
        return queued;
    }

    @Override
    public void settle(Settlement settlement) {
        journal.settle(settlement);
    }
}
