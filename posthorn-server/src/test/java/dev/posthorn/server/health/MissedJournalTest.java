package dev.posthorn.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Journal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedJournalTest {
    private final List<EndpointId> missed = new ArrayList<>();
    private final List<AcceptOutcome> told = new ArrayList<>();

    @Test
    void counts_when_the_event_is_durable() {
        publish(new AcceptOutcome.Committed(null), event(7, 9), event(), event(9));
        assertThat(missed).containsExactly(new EndpointId(7), new EndpointId(9), new EndpointId(9));
        assertThat(told).containsExactly(new AcceptOutcome.Committed(null));
    }

    @Test
    void does_not_count_what_was_not_written() {
        publish(new AcceptOutcome.Failed("disk"), event(7));
        publish(new AcceptOutcome.KeyReused(0), event(7));
        assertThat(missed).isEmpty();
        assertThat(told).hasSize(2);
    }

    @Test
    void does_not_count_repeats() {
        publish(
                new AcceptOutcome.Committed(Arrays.asList(new EventId(1), null)),
                event(7),
                event(9));
        assertThat(missed).containsExactly(new EndpointId(9));
    }

    private void publish(AcceptOutcome outcome, AcceptedEvent... events) {
        new MissedJournal(new Answering(outcome), missed::addAll)
                .accept(new Call(List.of(events), told));
    }

    private static AcceptedEvent event(long... missedBy) {
        Event event =
                new Event(
                        new EventId(3),
                        new OrganisationId(1),
                        new EventType("user.updated"),
                        EntityId.NONE,
                        null,
                        List.of(),
                        new Payload(new byte[] {'{', '}'}),
                        0);
        return new AcceptedEvent(
                event, List.of(), null, Arrays.stream(missedBy).mapToObj(EndpointId::new).toList());
    }

    private record Answering(AcceptOutcome outcome) implements Journal {
        @Override
        public boolean accept(Acceptance acceptance) {
            acceptance.completed(outcome);
            return true;
        }

        @Override
        public void settle(Settlement settlement) {}
    }

    private record Call(List<AcceptedEvent> events, List<AcceptOutcome> told)
            implements Acceptance {
        @Override
        public int bytes() {
            return 2;
        }

        @Override
        public void completed(AcceptOutcome outcome) {
            told.add(outcome);
        }
    }
}
