package dev.posthorn.core.delivery;

import dev.posthorn.core.endpoint.EndpointId;

/**
 * What came of a {@link DeliveryCommand}, durable when it is heard. Lanes hear of those that change
 * something for them.
 */
public sealed interface CommandAnswer {
    /** It was final and is pending again, in a new round. */
    record Reopened(PendingDelivery delivery) implements CommandAnswer {}

    /** It was waiting for its time and is due now. */
    record Hastened(PendingDelivery delivery) implements CommandAnswer {}

    /** It did not exist and does, pending. */
    record Made(PendingDelivery delivery) implements CommandAnswer {}

    /**
     * It is pending and to be cancelled by its lane, between two attempts.
     *
     * @param round in which it was asked for: no later one is touched
     */
    record CancelAsked(DeliveryId delivery, EndpointId endpoint, int round)
            implements CommandAnswer {}

    /** Nothing was to be done where it stands. */
    record Left(DeliveryState state) implements CommandAnswer {}

    /** The event's data is gone: there is nothing to send again. */
    record PayloadGone() implements CommandAnswer {}

    /** There is no such delivery, or no such event. */
    record Unknown() implements CommandAnswer {}

    /** Whether something was changed. */
    default boolean changed() {
        return switch (this) {
            case Reopened _, Hastened _, Made _, CancelAsked _ -> true;
            case Left _, PayloadGone _, Unknown _ -> false;
        };
    }
}
