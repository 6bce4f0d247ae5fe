package dev.posthorn.core.delivery;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written after an attempt, or instead of one. Applies only where the delivery is
 * still pending with as many attempts as {@code attemptsBefore} in the same round, so that writing
 * it twice is harmless.
 *
 * @param attemptsBefore made before; {@link #ANY} when the lane knows that none is under way
 * @param attempt null when the delivery is settled without one, such as a cancel
 * @param event for those who hear of the commit; null when it is not at hand
 */
public record Settlement(
        DeliveryId delivery,
        EndpointId endpoint,
        int attemptsBefore,
        int round,
        Verdict verdict,
        @Nullable AttemptRecord attempt,
        @Nullable Event event) {
    /** However many attempts were made. */
    public static final int ANY = -1;

    public Settlement(
            DeliveryId delivery,
            EndpointId endpoint,
            int attemptsBefore,
            int round,
            Verdict verdict,
            @Nullable AttemptRecord attempt) {
        this(delivery, endpoint, attemptsBefore, round, verdict, attempt, null);
    }

    /** Whether it is written for a pending delivery that has made so many attempts by then. */
    public boolean appliesTo(int attempts, int currentRound) {
        return round == currentRound && (attemptsBefore == attempts || attemptsBefore == ANY);
    }

    /** Where the delivery stands from now on. */
    public sealed interface Verdict {
        /** Why a delivery was cancelled that someone asked to cancel. */
        String ON_REQUEST = "cancelled";

        /** Why those of an endpoint were cancelled that sends no more. */
        String ENDPOINT_DEACTIVATED = "endpoint-deactivated";

        record Delivered(long atMs) implements Verdict {}

        /** Still pending; {@code order} as in {@link PendingDelivery#order}. */
        record Retry(long dueMs, long order) implements Verdict {}

        record Failed(long atMs, String reason) implements Verdict {}

        record Cancelled(long atMs, String reason) implements Verdict {}

        default boolean terminal() {
            return !(this instanceof Retry);
        }
    }
}
