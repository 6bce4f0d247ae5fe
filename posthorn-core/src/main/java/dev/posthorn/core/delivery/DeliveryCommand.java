package dev.posthorn.core.delivery;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EventId;
import java.util.Set;

/** What someone asks to be done about one delivery. {@link CommandAnswer} says what came of it. */
public sealed interface DeliveryCommand {

    /**
     * To send it again in a new round. Where {@code from} holds {@link DeliveryState#PENDING}, one
     * that waits for its time becomes due instead.
     *
     * @param ordering of its endpoint, as far as whoever asks knows
     * @param from only when it stands in one of these
     */
    record Resend(DeliveryId delivery, Trigger trigger, Ordering ordering, Set<DeliveryState> from)
            implements DeliveryCommand {
        public Resend {
            from = Set.copyOf(from);
        }
    }

    /** To end it. An attempt under way is not broken off: should it succeed, it is delivered. */
    record Cancel(DeliveryId delivery) implements DeliveryCommand {}

    /** To make a delivery for an event that was accepted without one for this endpoint. */
    record Make(EventId event, EndpointId endpoint, Ordering ordering) implements DeliveryCommand {}
}
