package dev.posthorn.core.store;

import static dev.posthorn.core.store.BacklogQuestions.ALL_BYTES;
import static dev.posthorn.core.store.BacklogQuestions.first;
import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Backlog.RefillQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a backlog answers. */
public interface BacklogContract {
    Endpoint PLAIN = StoreSamples.endpoint(1, Ordering.NONE);
    Endpoint FIFO = StoreSamples.endpoint(2, Ordering.FIFO);
    Endpoint BY_ENTITY = StoreSamples.endpoint(3, Ordering.ENTITY);

    StoreUnderTest open();

    @Test
    default void an_unordered_lane_comes_by_due_time() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            PendingDelivery third = add(store, samples.due(NOW + 2, PLAIN));
            PendingDelivery first = add(store, samples.due(NOW, PLAIN));
            PendingDelivery second = add(store, samples.due(NOW, PLAIN));
            add(store, samples.due(NOW + 9, PLAIN));
            add(store, samples.due(NOW, FIFO));

            assertThat(first(store.backlog(), PLAIN, NOW + 2, 10))
                    .isEqualTo(new RefillPage(List.of(first, second, third), NOW + 9, false));
            assertThat(first(store.backlog(), PLAIN, NOW + 2, 2))
                    .isEqualTo(new RefillPage(List.of(first, second), NOW + 2, false));
            assertThat(first(store.backlog(), PLAIN, NOW - 1, 10))
                    .isEqualTo(new RefillPage(List.of(), NOW, false));
        }
    }

    @Test
    default void an_unordered_lane_goes_on_behind_a_position() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            List<PendingDelivery> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(add(store, samples.due(NOW + i / 4, PLAIN)));
            }
            PendingDelivery last = all.get(4);

            assertThat(
                            refill(
                                    store,
                                    PLAIN,
                                    last.order(),
                                    last.id().seq(),
                                    Long.MIN_VALUE,
                                    3,
                                    ALL_BYTES))
                    .isEqualTo(new RefillPage(all.subList(5, 8), NOW + 2, false));
            assertThat(
                            refill(
                                    store,
                                    PLAIN,
                                    last.order(),
                                    last.id().seq(),
                                    Long.MIN_VALUE,
                                    5,
                                    ALL_BYTES))
                    .isEqualTo(new RefillPage(all.subList(5, 10), RefillPage.NOTHING, false));
        }
    }

    @Test
    default void a_fifo_lane_comes_by_number_whatever_is_due() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            PendingDelivery head = add(store, samples.due(NOW + 60_000, FIFO));
            PendingDelivery second = add(store, samples.due(NOW, FIFO));
            PendingDelivery third = add(store, samples.due(NOW, FIFO));

            RefillPage part = first(store.backlog(), FIFO, NOW, 2);
            assertThat(part.rows()).containsExactly(head, second);
            assertThat(part.nextDueMs()).isLessThan(RefillPage.NOTHING);
            assertThat(first(store.backlog(), FIFO, NOW, 3))
                    .isEqualTo(
                            new RefillPage(
                                    List.of(head, second, third), RefillPage.NOTHING, false));
        }
    }

    @Test
    default void a_retried_head_keeps_its_place_in_a_fifo_lane() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            PendingDelivery head = add(store, samples.event(FIFO));
            PendingDelivery second = add(store, samples.event(FIFO));
            Verdict.Retry retry = new Verdict.Retry(NOW + 60_000, head.order());
            store.journal().settle(StoreSamples.settlement(head, retry));
            store.heard().awaitSettled(1);

            assertThat(first(store.backlog(), FIFO, NOW, 9).rows())
                    .containsExactly(StoreSamples.retried(head, retry), second);
        }
    }

    @Test
    default void a_lane_by_entity_gives_the_first_of_each() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            List<PendingDelivery> firsts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                EntityId entity = new EntityId.Text("user " + i);
                firsts.add(add(store, samples.about(entity, BY_ENTITY)));
                add(store, samples.about(entity, BY_ENTITY));
            }
            firsts.add(add(store, samples.event(BY_ENTITY)));
            firsts.add(add(store, samples.event(BY_ENTITY)));
            firsts.sort(Comparator.comparingLong(PendingDelivery::entityKey));

            RefillPage part = first(store.backlog(), BY_ENTITY, NOW, 5);
            assertThat(part.rows()).containsExactlyElementsOf(firsts.subList(0, 5));
            assertThat(part.nextDueMs()).isLessThan(RefillPage.NOTHING);
            assertThat(
                            refill(
                                    store,
                                    BY_ENTITY,
                                    Long.MIN_VALUE,
                                    Long.MIN_VALUE,
                                    firsts.get(4).entityKey(),
                                    5,
                                    ALL_BYTES))
                    .isEqualTo(new RefillPage(firsts.subList(5, 8), RefillPage.NOTHING, false));
        }
    }

    @Test
    default void payloads_beyond_the_budget_stay_in_the_store() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            PendingDelivery one = add(store, samples.event(PLAIN));
            PendingDelivery two = add(store, samples.event(PLAIN));
            int bytes = one.payloadBytes() + two.payloadBytes();

            assertThat(page(store, bytes)).containsExactly(one, two);
            assertThat(page(store, bytes - 1)).containsExactly(one, two.withoutEvent());
            assertThat(page(store, 0)).containsExactly(one.withoutEvent(), two.withoutEvent());
        }
    }

    private static List<PendingDelivery> page(StoreUnderTest store, int maxBytes) {
        return refill(store, PLAIN, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, 9, maxBytes)
                .rows();
    }

    @Test
    default void an_unknown_event_is_gone() {
        try (StoreUnderTest store = open()) {
            assertThat(BacklogQuestions.event(store.backlog(), new EventId(4711)))
                    .isEqualTo(new EventLookup.Gone());
        }
    }

    @Test
    default void heads_are_the_first_rows_of_all_lanes() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            assertThat(BacklogQuestions.heads(store.backlog())).isEmpty();
            add(store, samples.due(NOW + 9, PLAIN));
            PendingDelivery first = add(store, samples.due(NOW + 3, PLAIN));
            PendingDelivery head = add(store, samples.due(NOW + 60_000, FIFO));
            add(store, samples.due(NOW, FIFO));
            PendingDelivery gone = add(store, samples.event(BY_ENTITY));
            store.journal().settle(StoreSamples.settlement(gone, new Verdict.Delivered(NOW)));
            store.heard().awaitSettled(1);

            assertThat(BacklogQuestions.heads(store.backlog()))
                    .containsExactly(head(first), head(head));
        }
    }

    private static LaneHead head(PendingDelivery row) {
        return new LaneHead(row.endpoint(), row.id(), row.dueMs(), row.order());
    }

    @Test
    default void counts_what_is_pending() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            add(store, samples.event(PLAIN));
            add(store, samples.event(PLAIN));
            PendingDelivery gone = add(store, samples.event(FIFO));
            add(store, samples.event(BY_ENTITY));
            store.journal()
                    .settle(StoreSamples.settlement(gone, new Verdict.Failed(NOW, "stopped")));
            store.heard().awaitSettled(1);

            assertThat(store.pendingCounts()).isEqualTo(Map.of(PLAIN.id(), 2L, BY_ENTITY.id(), 1L));
        }
    }

    private static PendingDelivery add(StoreUnderTest store, AcceptedEvent event) {
        Published.to(store.journal(), event).outcome();
        return event.deliveries().getFirst();
    }

    private static RefillPage refill(
            StoreUnderTest store,
            Endpoint endpoint,
            long afterOrder,
            long afterId,
            long afterEntity,
            int limit,
            int maxBytes) {
        return BacklogQuestions.refill(
                store.backlog(),
                new RefillQuery(
                        endpoint.id(),
                        endpoint.settings().ordering(),
                        NOW + 9,
                        afterOrder,
                        afterId,
                        afterEntity,
                        limit,
                        maxBytes));
    }
}
