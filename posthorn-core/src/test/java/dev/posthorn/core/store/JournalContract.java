package dev.posthorn.core.store;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.settlement;
import static dev.posthorn.core.store.StoreSamples.withoutAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a journal promises, seen through the backlog and the commit listener. */
public interface JournalContract {
    Endpoint ONE = StoreSamples.endpoint(1, Ordering.NONE);
    Endpoint TWO = StoreSamples.endpoint(2, Ordering.NONE);

    StoreUnderTest open();

    @Test
    default void keeps_what_it_acknowledged() {
        try (StoreUnderTest store = open()) {
            AcceptedEvent event = store.samples().event(ONE, TWO);

            assertThat(Published.to(store.journal(), event).outcome())
                    .isEqualTo(new AcceptOutcome.Committed(null));

            assertThat(BacklogQuestions.all(store.backlog(), ONE))
                    .containsExactly(event.deliveries().get(0));
            assertThat(BacklogQuestions.all(store.backlog(), TWO))
                    .containsExactly(event.deliveries().get(1));
            assertThat(BacklogQuestions.event(store.backlog(), event.event().id()))
                    .isEqualTo(new EventLookup.Found(event.event()));
        }
    }

    @Test
    default void keeps_an_event_nobody_wants() {
        try (StoreUnderTest store = open()) {
            AcceptedEvent event = store.samples().event();
            Published.to(store.journal(), event).outcome();

            assertThat(BacklogQuestions.event(store.backlog(), event.event().id()))
                    .isEqualTo(new EventLookup.Found(event.event()));
            assertThat(store.pendingCounts()).isEmpty();
        }
    }

    @Test
    default void tells_the_lanes_before_the_publisher() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            AcceptedEvent first = samples.event(ONE);
            AcceptedEvent second = samples.event(ONE, TWO);
            Published.to(store.journal(), first, second).outcome();

            assertThat(store.heard().made())
                    .containsExactly(
                            first.deliveries().get(0).id(),
                            second.deliveries().get(0).id(),
                            second.deliveries().get(1).id());
        }
    }

    @Test
    default void a_terminal_verdict_takes_a_delivery_out_of_its_lane() {
        for (Verdict verdict :
                List.of(
                        new Verdict.Delivered(NOW + 5),
                        new Verdict.Failed(NOW + 5, "schedule-used-up"),
                        new Verdict.Cancelled(NOW + 5, "cancelled"))) {
            try (StoreUnderTest store = open()) {
                PendingDelivery delivery = accepted(store, ONE);
                Settlement settlement = settlement(delivery, verdict);
                settle(store, settlement);

                assertThat(BacklogQuestions.all(store.backlog(), ONE)).isEmpty();
                assertThat(store.heard().settled()).containsExactly(settlement);
            }
        }
    }

    @Test
    default void a_retry_leaves_a_delivery_pending_with_one_attempt_more() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            Verdict.Retry retry = new Verdict.Retry(NOW + 5_000, NOW + 5_000);
            settle(store, settlement(delivery, retry));

            assertThat(BacklogQuestions.all(store.backlog(), ONE))
                    .containsExactly(StoreSamples.retried(delivery, retry));
        }
    }

    @Test
    default void settles_attempt_after_attempt() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            for (int attempt = 1; attempt < 5; attempt++) {
                Verdict.Retry retry = new Verdict.Retry(NOW + attempt, NOW + attempt);
                settle(store, settlement(delivery, retry));
                delivery = StoreSamples.retried(delivery, retry);
                assertThat(BacklogQuestions.all(store.backlog(), ONE)).containsExactly(delivery);
            }
            settle(store, settlement(delivery, new Verdict.Delivered(NOW)));

            assertThat(BacklogQuestions.all(store.backlog(), ONE)).isEmpty();
        }
    }

    @Test
    default void settles_without_an_attempt() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            Verdict.Retry later = new Verdict.Retry(NOW + 9, NOW + 9);
            settle(store, withoutAttempt(delivery, later));
            PendingDelivery moved = BacklogQuestions.all(store.backlog(), ONE).getFirst();
            assertThat(moved.dueMs()).isEqualTo(NOW + 9);
            assertThat(moved.attempts()).isZero();

            settle(store, withoutAttempt(moved, new Verdict.Cancelled(NOW, "cancelled")));
            assertThat(BacklogQuestions.all(store.backlog(), ONE)).isEmpty();
        }
    }

    @Test
    default void settling_twice_is_settling_once() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            Verdict.Retry retry = new Verdict.Retry(NOW + 5_000, NOW + 5_000);
            settle(store, settlement(delivery, retry));
            settle(store, settlement(delivery, retry));

            assertThat(BacklogQuestions.all(store.backlog(), ONE))
                    .containsExactly(StoreSamples.retried(delivery, retry));
            assertThat(store.heard().settled()).hasSize(2);
        }
    }

    @Test
    default void drops_a_late_failure() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            Verdict.Retry retry = new Verdict.Retry(NOW + 1, NOW + 1);
            settle(store, settlement(delivery, retry));
            settle(store, settlement(delivery, new Verdict.Failed(NOW, "status-stops")));

            assertThat(BacklogQuestions.all(store.backlog(), ONE))
                    .containsExactly(StoreSamples.retried(delivery, retry));
        }
    }

    @Test
    default void a_late_success_closes_what_is_still_pending() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            settle(store, settlement(delivery, new Verdict.Retry(NOW + 1, NOW + 1)));
            settle(store, settlement(delivery, new Verdict.Delivered(NOW + 2)));

            assertThat(BacklogQuestions.all(store.backlog(), ONE)).isEmpty();
        }
    }

    @Test
    default void drops_what_belongs_to_another_round() {
        try (StoreUnderTest store = open()) {
            PendingDelivery delivery = accepted(store, ONE);
            Settlement now = settlement(delivery, new Verdict.Delivered(NOW + 2));
            settle(
                    store,
                    new Settlement(
                            now.delivery(),
                            now.endpoint(),
                            now.attemptsBefore(),
                            now.round() + 1,
                            now.verdict(),
                            now.attempt()));

            assertThat(BacklogQuestions.all(store.backlog(), ONE)).containsExactly(delivery);
        }
    }

    @Test
    default void one_call_that_cannot_be_written_fails_alone() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            AcceptedEvent taken = samples.event(ONE);
            Published.to(store.journal(), taken).outcome();
            List<Published> good = new ArrayList<>();
            List<Published> poisoned = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                good.add(Published.to(store.journal(), samples.event(TWO)));
                if (i % 7 == 0) {
                    poisoned.add(Published.to(store.journal(), samples.event(TWO), taken));
                }
            }

            assertThat(good)
                    .allSatisfy(published ->
                            assertThat(published.outcome())
                                    .isEqualTo(new AcceptOutcome.Committed(null)));
            assertThat(poisoned)
                    .allSatisfy(published ->
                            assertThat(published.outcome())
                                    .isInstanceOf(AcceptOutcome.Failed.class));
            assertThat(BacklogQuestions.all(store.backlog(), TWO)).hasSize(20);
            assertThat(store.heard().made()).hasSize(21);
        }
    }

    private static PendingDelivery accepted(StoreUnderTest store, Endpoint to) {
        AcceptedEvent event = store.samples().event(to);
        Published.to(store.journal(), event).outcome();
        return event.deliveries().getFirst();
    }

    private static void settle(StoreUnderTest store, Settlement settlement) {
        int before = store.heard().settled().size();
        store.journal().settle(settlement);
        store.heard().awaitSettled(before + 1);
    }
}
