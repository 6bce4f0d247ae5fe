package dev.posthorn.core.delivery;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.id.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is not settled, as the store or an accepting request hands it to its lane.
 *
 * @param event null when the payload is to be loaded only at send
 * @param dueMs not before this, milliseconds since 1970
 * @param order the lane's sort key: {@code dueMs} in unordered lanes, the delivery's number in
 *     ordered ones
 * @param attempts made so far, in all rounds
 * @param round counts up with every resend
 * @param roundBase attempts made before this round began: its schedule starts there
 * @param entityKey hash of the entity in lanes ordered by entity, else 0
 * @param trigger why its attempts of this round are made
 */
public record PendingDelivery(
        DeliveryId id,
        EndpointId endpoint,
        EventId eventId,
        @Nullable Event event,
        long dueMs,
        long order,
        int attempts,
        int round,
        int roundBase,
        long entityKey,
        Trigger trigger) {
    /** In its first round. */
    public PendingDelivery(
            DeliveryId id,
            EndpointId endpoint,
            EventId eventId,
            @Nullable Event event,
            long dueMs,
            long order,
            int attempts,
            int round,
            int roundBase,
            long entityKey) {
        this(
                id,
                endpoint,
                eventId,
                event,
                dueMs,
                order,
                attempts,
                round,
                roundBase,
                entityKey,
                Trigger.SCHEDULED);
    }

    public int nextNumber() {
        return attempts + 1;
    }

    /** When its event was accepted, milliseconds since 1970. */
    public long acceptedMs() {
        return Sequence.millisOf(eventId.seq());
    }

    /** Payload bytes it keeps in memory. */
    public int payloadBytes() {
        return event == null ? 0 : event.data().length();
    }

    public PendingDelivery withoutEvent() {
        return new PendingDelivery(
                id, endpoint, eventId, null, dueMs, order, attempts, round, roundBase, entityKey,
                trigger);
    }
}
