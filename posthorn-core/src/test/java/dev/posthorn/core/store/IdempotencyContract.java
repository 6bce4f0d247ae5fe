package dev.posthorn.core.store;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a journal treats publishers' own keys. */
public interface IdempotencyContract {
    Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);
    AcceptOutcome ALL_NEW = new AcceptOutcome.Committed(null);
    long LATER = NOW + 60_000;

    StoreUnderTest open();

    @Test
    default void the_same_again_is_the_first_event() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            AcceptedEvent first = samples.marked(1, 1, LATER, TO);
            assertThat(outcome(store, first)).isEqualTo(ALL_NEW);

            assertThat(outcome(store, samples.marked(1, 1, LATER, TO)))
                    .isEqualTo(new AcceptOutcome.Committed(List.of(first.event().id())));

            assertThat(BacklogQuestions.all(store.backlog(), TO))
                    .containsExactlyElementsOf(first.deliveries());
            assertThat(store.heard().made()).hasSize(1);
        }
    }

    @Test
    default void fifty_at_once_make_one_event() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            List<Published> same = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                same.add(Published.to(store.journal(), samples.marked(1, 1, LATER, TO)));
            }

            assertThat(same.stream().map(Published::outcome).filter(ALL_NEW::equals)).hasSize(1);
            assertThat(BacklogQuestions.all(store.backlog(), TO)).hasSize(1);
        }
    }

    @Test
    default void another_payload_under_the_same_key_is_refused() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            outcome(store, samples.marked(1, 1, LATER, TO));

            assertThat(outcome(store, samples.marked(1, 2, LATER, TO)))
                    .isEqualTo(new AcceptOutcome.KeyReused(0));
            assertThat(BacklogQuestions.all(store.backlog(), TO)).hasSize(1);
        }
    }

    @Test
    default void a_refused_call_leaves_no_trace() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            outcome(store, samples.marked(1, 1, LATER, TO));

            assertThat(
                            outcome(
                                    store,
                                    samples.event(TO),
                                    samples.marked(2, 2, LATER, TO),
                                    samples.marked(1, 9, LATER, TO)))
                    .isEqualTo(new AcceptOutcome.KeyReused(2));

            assertThat(BacklogQuestions.all(store.backlog(), TO)).hasSize(1);
            assertThat(outcome(store, samples.marked(2, 3, LATER, TO))).isEqualTo(ALL_NEW);
        }
    }

    @Test
    default void a_call_taken_in_part_loses_only_what_is_refused() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            AcceptedEvent first = samples.marked(1, 1, LATER, TO);
            outcome(store, first);

            assertThat(
                            Published.inPart(
                                            store.journal(),
                                            samples.marked(1, 9, LATER, TO),
                                            samples.marked(2, 2, LATER, TO),
                                            samples.marked(1, 1, LATER, TO),
                                            samples.event(TO))
                                    .outcome())
                    .isEqualTo(
                            new AcceptOutcome.PartlyCommitted(
                                    Arrays.asList(null, null, first.event().id(), null),
                                    Set.of(0)));

            assertThat(BacklogQuestions.all(store.backlog(), TO)).hasSize(3);
            assertThat(outcome(store, samples.marked(2, 3, LATER, TO)))
                    .isEqualTo(new AcceptOutcome.KeyReused(0));
        }
    }

    @Test
    default void a_call_may_hold_new_events_and_repeats() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            AcceptedEvent first = samples.marked(1, 1, LATER, TO);
            outcome(store, first);
            AcceptedEvent second = samples.marked(2, 2, LATER, TO);

            assertThat(
                            outcome(
                                    store,
                                    samples.event(TO),
                                    samples.marked(1, 1, LATER, TO),
                                    second,
                                    samples.marked(2, 2, LATER, TO)))
                    .isEqualTo(
                            new AcceptOutcome.Committed(
                                    Arrays.asList(
                                            null, first.event().id(), null, second.event().id())));

            assertThat(BacklogQuestions.all(store.backlog(), TO)).hasSize(3);
        }
    }

    @Test
    default void a_key_whose_time_is_over_is_new() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            outcome(store, samples.marked(1, 1, NOW, TO));
            AcceptedEvent second = samples.marked(1, 2, LATER, TO);
            assertThat(outcome(store, second)).isEqualTo(ALL_NEW);

            assertThat(outcome(store, samples.marked(1, 2, LATER, TO)))
                    .isEqualTo(new AcceptOutcome.Committed(List.of(second.event().id())));
        }
    }

    @Test
    default void keys_are_told_apart_by_their_whole_hash() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            AcceptedEvent one = samples.marked(1, 1, LATER, TO);
            AcceptedEvent other = samples.marked(1, 1, LATER, TO);
            other.idempotency().keyHash()[31] = 7;
            AcceptedEvent otherAgain = samples.marked(1, 1, LATER, TO);
            otherAgain.idempotency().keyHash()[31] = 7;

            assertThat(outcome(store, one)).isEqualTo(ALL_NEW);
            assertThat(outcome(store, other)).isEqualTo(ALL_NEW);
            assertThat(outcome(store, otherAgain))
                    .isEqualTo(new AcceptOutcome.Committed(List.of(other.event().id())));
        }
    }

    private static AcceptOutcome outcome(StoreUnderTest store, AcceptedEvent... events) {
        return Published.to(store.journal(), events).outcome();
    }
}
