package dev.posthorn.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand.Resend;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.ingest.EntityKey;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReopeningTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final DeliveryId ID = new DeliveryId(77);
    private static final EntityId ENTITY = new EntityId.Text("c-1");

    @Test
    void a_failed_delivery_is_pending_in_a_round_of_its_own() {
        assertThat(decide(row(DeliveryState.FAILED, true), Ordering.NONE))
                .isEqualTo(new CommandAnswer.Reopened(pending(NOW, 3, 0)));
    }

    @Test
    void in_ordered_lanes_it_keeps_the_place_of_its_acceptance() {
        assertThat(decide(row(DeliveryState.DELIVERED, true), Ordering.FIFO))
                .isEqualTo(new CommandAnswer.Reopened(pending(77, 3, 0)));
        assertThat(decide(row(DeliveryState.CANCELLED, true), Ordering.ENTITY))
                .isEqualTo(new CommandAnswer.Reopened(pending(77, 3, EntityKey.of(ENTITY, 77))));
    }

    @Test
    void without_its_payload_there_is_nothing_to_send() {
        assertThat(decide(row(DeliveryState.FAILED, false), Ordering.NONE))
                .isEqualTo(new CommandAnswer.PayloadGone());
    }

    @Test
    void one_that_waits_is_due_now_and_stays_in_its_round() {
        assertThat(decide(row(DeliveryState.PENDING, true), Ordering.NONE))
                .isEqualTo(new CommandAnswer.Hastened(pending(NOW, 2, 0)));
    }

    @Test
    void one_that_is_due_is_left_alone() {
        StoredDelivery due = row(DeliveryState.PENDING, NOW - 1, true);

        assertThat(decide(due, Ordering.NONE))
                .isEqualTo(new CommandAnswer.Left(DeliveryState.PENDING));
    }

    @Test
    void one_in_another_state_than_asked_for_is_left_alone() {
        Resend onlyFailed =
                new Resend(ID, Trigger.REPLAY, Ordering.NONE, Set.of(DeliveryState.FAILED));

        assertThat(Reopening.decide(row(DeliveryState.DELIVERED, true), onlyFailed, NOW))
                .isEqualTo(new CommandAnswer.Left(DeliveryState.DELIVERED));
    }

    private static CommandAnswer decide(StoredDelivery row, Ordering ordering) {
        return Reopening.decide(
                row,
                new Resend(ID, Trigger.RESEND, ordering, EnumSet.allOf(DeliveryState.class)),
                NOW);
    }

    private static StoredDelivery row(DeliveryState state, boolean hasPayload) {
        return row(state, NOW + 60_000, hasPayload);
    }

    private static StoredDelivery row(DeliveryState state, long dueMs, boolean hasPayload) {
        return new StoredDelivery(
                ID,
                new EndpointId(5),
                new EventId(76),
                ENTITY,
                state,
                dueMs,
                dueMs,
                4,
                2,
                hasPayload);
    }

    private static PendingDelivery pending(long order, int round, long entityKey) {
        return new PendingDelivery(
                ID,
                new EndpointId(5),
                new EventId(76),
                null,
                NOW,
                order,
                4,
                round,
                4,
                entityKey,
                Trigger.RESEND);
    }
}
