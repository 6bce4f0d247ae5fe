package dev.posthorn.core.store;

import static dev.posthorn.core.store.BacklogQuestions.all;
import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.CommandAnswer.CancelAsked;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link DeliveryCommands} promises, and what settling makes of it. */
public interface DeliveryCommandsContract {
    Endpoint PLAIN = StoreSamples.endpoint(1, Ordering.NONE);
    Endpoint OTHER = StoreSamples.endpoint(2, Ordering.FIFO);

    StoreUnderTest open();

    @Test
    default void a_resend_begins_a_round_that_says_why() {
        try (StoreUnderTest store = open()) {
            PendingDelivery first = delivered(store);

            CommandAnswer answer = resend(store, first.id(), Trigger.REPLAY);

            PendingDelivery again = ((CommandAnswer.Reopened) answer).delivery();
            assertThat(all(store.backlog(), PLAIN).stream().map(PendingDelivery::withoutEvent))
                    .containsExactly(again);
            assertThat(again.round()).isOne();
            assertThat(again.roundBase()).isOne();
            assertThat(again.trigger()).isEqualTo(Trigger.REPLAY);
            assertThat(store.heard().asked()).containsExactly(answer);
            assertThat(store.pendingCounts()).isEqualTo(java.util.Map.of(PLAIN.id(), 1L));
        }
    }

    @Test
    default void an_attempt_of_an_earlier_round_does_not_settle_the_new_one() {
        try (StoreUnderTest store = open()) {
            PendingDelivery first = delivered(store);
            resend(store, first.id(), Trigger.RESEND);

            store.journal().settle(StoreSamples.settlement(first, new Verdict.Delivered(NOW)));
            store.heard().awaitSettled(2);

            assertThat(all(store.backlog(), PLAIN)).hasSize(1);
        }
    }

    @Test
    default void one_that_waits_is_due_at_once_where_pending_ones_are_meant() {
        try (StoreUnderTest store = open()) {
            PendingDelivery waiting = add(store, store.samples().due(NOW + 60_000, PLAIN));

            assertThat(resend(store, waiting.id(), Trigger.RESEND))
                    .isInstanceOf(CommandAnswer.Hastened.class);
            assertThat(all(store.backlog(), PLAIN).getFirst().dueMs()).isEqualTo(NOW);
            assertThat(all(store.backlog(), PLAIN).getFirst().trigger())
                    .isEqualTo(Trigger.SCHEDULED);
        }
    }

    @Test
    default void commands_that_do_not_fit_change_nothing_and_nobody_hears_of_them() {
        try (StoreUnderTest store = open()) {
            PendingDelivery done = delivered(store);
            List<CommandAnswer> answers =
                    store.commands()
                            .carryOut(
                                    List.of(
                                            new DeliveryCommand.Cancel(done.id()),
                                            new DeliveryCommand.Cancel(new DeliveryId(9)),
                                            new DeliveryCommand.Resend(
                                                    done.id(),
                                                    Trigger.REPLAY,
                                                    Ordering.NONE,
                                                    Set.of(DeliveryState.FAILED))),
                                    NOW);

            assertThat(answers)
                    .containsExactly(
                            new CommandAnswer.Left(DeliveryState.DELIVERED),
                            new CommandAnswer.Unknown(),
                            new CommandAnswer.Left(DeliveryState.DELIVERED));
            assertThat(store.heard().asked()).isEmpty();
        }
    }

    @Test
    default void a_cancel_stays_open_until_its_delivery_ends() {
        try (StoreUnderTest store = open()) {
            PendingDelivery one = add(store, store.samples().event(PLAIN));
            PendingDelivery two = add(store, store.samples().event(PLAIN));
            CancelAsked first = cancel(store, one);
            CancelAsked second = cancel(store, two);
            assertThat(store.commands().openCancels()).containsExactly(first, second);

            store.journal()
                    .settle(StoreSamples.settlement(one, new Verdict.Retry(NOW + 5, NOW + 5)));
            store.journal().settle(cancelled(second));
            store.heard().awaitSettled(2);
            assertThat(store.commands().openCancels()).containsExactly(first);

            store.journal().settle(cancelled(first));
            store.heard().awaitSettled(3);
            assertThat(store.commands().openCancels()).isEmpty();
            assertThat(all(store.backlog(), PLAIN)).isEmpty();
        }
    }

    @Test
    default void a_delivery_is_made_once_for_an_event_that_had_none_there() {
        try (StoreUnderTest store = open()) {
            AcceptedEvent accepted = store.samples().event(PLAIN);
            add(store, accepted);

            CommandAnswer made = make(store, accepted, OTHER.id());
            CommandAnswer again = make(store, accepted, OTHER.id());
            CommandAnswer atFirst = make(store, accepted, PLAIN.id());

            PendingDelivery delivery = ((CommandAnswer.Made) made).delivery();
            assertThat(all(store.backlog(), OTHER).stream().map(PendingDelivery::withoutEvent))
                    .containsExactly(delivery);
            assertThat(delivery.trigger()).isEqualTo(Trigger.REPLAY);
            assertThat(List.of(again, atFirst))
                    .containsOnly(new CommandAnswer.Left(DeliveryState.PENDING));
        }
    }

    private static CommandAnswer make(StoreUnderTest store, AcceptedEvent event, EndpointId to) {
        return store.commands()
                .carryOut(
                        List.of(new DeliveryCommand.Make(event.event().id(), to, Ordering.FIFO)),
                        NOW)
                .getFirst();
    }

    private static CommandAnswer resend(StoreUnderTest store, DeliveryId id, Trigger why) {
        return store.commands()
                .carryOut(
                        List.of(
                                new DeliveryCommand.Resend(
                                        id,
                                        why,
                                        Ordering.NONE,
                                        EnumSet.allOf(DeliveryState.class))),
                        NOW)
                .getFirst();
    }

    private static CancelAsked cancel(StoreUnderTest store, PendingDelivery delivery) {
        return (CancelAsked)
                store.commands()
                        .carryOut(List.of(new DeliveryCommand.Cancel(delivery.id())), NOW)
                        .getFirst();
    }

    private static Settlement cancelled(CancelAsked asked) {
        return new Settlement(
                asked.delivery(),
                asked.endpoint(),
                Settlement.ANY,
                asked.round(),
                new Verdict.Cancelled(NOW, Verdict.ON_REQUEST),
                null);
    }

    private static PendingDelivery delivered(StoreUnderTest store) {
        PendingDelivery delivery = add(store, store.samples().event(PLAIN));
        store.journal().settle(StoreSamples.settlement(delivery, new Verdict.Delivered(NOW)));
        store.heard().awaitSettled(1);
        return delivery;
    }

    private static PendingDelivery add(StoreUnderTest store, AcceptedEvent event) {
        Published.to(store.journal(), event).outcome();
        return event.deliveries().getFirst();
    }
}
