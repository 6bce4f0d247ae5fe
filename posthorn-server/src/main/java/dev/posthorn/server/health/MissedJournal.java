package dev.posthorn.server.health;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Journal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells which endpoints missed an event, once that event is durable. */
public final class MissedJournal implements Journal {
    private final Journal journal;
    private final Consumer<List<EndpointId>> missed;

    /** {@code missed} is called on the committing thread and must not block. */
    public MissedJournal(Journal journal, Consumer<List<EndpointId>> missed) {
        this.journal = journal;
        this.missed = missed;
    }

    @Override
    public boolean accept(Acceptance acceptance) {
        boolean someMiss = false;
        for (AcceptedEvent event : acceptance.events()) {
            someMiss |= !event.missed().isEmpty();
        }
        return journal.accept(someMiss ? new Telling(acceptance, missed) : acceptance);
    }

    @Override
    public void settle(Settlement settlement) {
        journal.settle(settlement);
    }

    private record Telling(Acceptance acceptance, Consumer<List<EndpointId>> missed)
            implements Acceptance {
        @Override
        public List<AcceptedEvent> events() {
            return acceptance.events();
        }

        @Override
        public boolean partial() {
            return acceptance.partial();
        }

        @Override
        public int bytes() {
            return acceptance.bytes();
        }

        @Override
        public void completed(AcceptOutcome outcome) {
            switch (outcome) {
                case AcceptOutcome.Committed(var repeats) -> tell(repeats, Set.of());
                case AcceptOutcome.PartlyCommitted(var repeats, var reused) ->
                        tell(repeats, reused);
                case AcceptOutcome.KeyReused _, AcceptOutcome.Failed _ -> {}
            }
            acceptance.completed(outcome);
        }

        /** A repeat was counted when it came first. */
        private void tell(@Nullable List<@Nullable EventId> repeats, Set<Integer> unwritten) {
            for (int i = 0; i < events().size(); i++) {
                boolean written = !unwritten.contains(i);
                if (written && (repeats == null || repeats.get(i) == null)) {
                    missed.accept(events().get(i).missed());
                }
            }
        }
    }
}
