package dev.posthorn.server.postgres.upkeep;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.BacklogQuestions;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.postgres.OpenPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);
    private static final Duration KEPT = Duration.ofDays(8);

    private final AtomicLong nowMs = new AtomicLong(NOW);
    private final OpenPostgres open =
            OpenPostgres.with(
                    () -> Instant.ofEpochMilli(nowMs.get()),
                    new Retention(KEPT, KEPT, null, AttemptBodies.ALL));

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void what_is_settled_goes_when_it_is_old_enough() {
        AcceptedEvent settled = accept(open.samples().event(TO));
        settle(settled);

        later(KEPT.minusHours(1));
        assertThat(lookup(settled)).isEqualTo(new EventLookup.Found(settled.event()));

        later(Duration.ofDays(2));
        assertThat(lookup(settled)).isEqualTo(new EventLookup.Gone());
    }

    @Test
    void what_is_pending_is_kept_however_old_and_can_be_settled() {
        AcceptedEvent waiting = accept(open.samples().event(TO));

        later(KEPT.plusDays(30));
        assertThat(BacklogQuestions.all(open.backlog(), TO))
                .containsExactlyElementsOf(waiting.deliveries());

        settle(waiting);
        assertThat(BacklogQuestions.all(open.backlog(), TO)).isEmpty();
        later(Duration.ofSeconds(1));
        assertThat(lookup(waiting)).isEqualTo(new EventLookup.Gone());
    }

    @Test
    void partitions_are_there_before_they_are_needed() {
        for (int day = 0; day < 5; day++) {
            later(Duration.ofDays(1));
            open.sequence().next(1, nowMs.get());
            assertThat(Published.to(open.journal(), open.samples().event(TO)).outcome())
                    .isEqualTo(new AcceptOutcome.Committed(null));
        }
    }

    @Test
    void expired_keys_are_forgotten() {
        accept(open.samples().marked(1, 1, NOW + 10, TO));
        later(Duration.ofMinutes(1));

        AcceptedEvent again = open.samples().marked(1, 1, nowMs.get() + 10, TO);
        assertThat(Published.to(open.journal(), again).outcome())
                .isEqualTo(new AcceptOutcome.Committed(null));
    }

    private void later(Duration time) {
        nowMs.addAndGet(time.toMillis());
        open.store().upkeep().step();
    }

    private AcceptedEvent accept(AcceptedEvent event) {
        Published.to(open.journal(), event).outcome();
        return event;
    }

    private void settle(AcceptedEvent event) {
        PendingDelivery delivery = event.deliveries().getFirst();
        int before = open.heard().settled().size();
        open.journal()
                .settle(StoreSamples.settlement(delivery, new Verdict.Delivered(nowMs.get())));
        open.heard().awaitSettled(before + 1);
    }

    private EventLookup lookup(AcceptedEvent event) {
        EventId id = event.event().id();
        return BacklogQuestions.event(open.backlog(), id);
    }
}
