package dev.posthorn.core.health;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a delivery: small, so that keeping it for a while keeps no payload.
 *
 * @param type slug of its event's type
 * @param attempts made so far
 * @param status of the latest attempt, 0 when there was no answer
 * @param error code of the latest attempt; null when an answer came
 * @param message what was wrong, for a person; null after a 2xx
 * @param reason why it failed for good; null when it arrived
 */
public record DeliveryFacts(
        DeliveryId id,
        EventId event,
        String type,
        int attempts,
        int status,
        @Nullable String error,
        @Nullable String message,
        @Nullable String reason) {

    static DeliveryFacts of(Settlement settlement, Event event, AttemptRecord attempt) {
        return new DeliveryFacts(
                settlement.delivery(),
                event.id(),
                event.type().slug(),
                attempt.number(),
                attempt.exchange().outcome().status(),
                attempt.errorCode(),
                attempt.exchange().message(),
                settlement.verdict() instanceof Verdict.Failed(_, String reason) ? reason : null);
    }
}
