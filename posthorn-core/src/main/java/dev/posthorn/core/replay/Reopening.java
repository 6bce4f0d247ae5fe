package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand.Resend;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.ingest.EntityKey;

/**
 * What a resend makes of a delivery as it stands. In ordered lanes a delivery keeps the place its
 * first acceptance gave it: sent again, it goes before whatever was accepted after it and still
 * waits.
 */
public final class Reopening {
    private Reopening() {}

    /**
     * A new round is due at {@code nowMs}, numbers its attempts on and starts its schedule anew.
     */
    public static CommandAnswer decide(StoredDelivery row, Resend command, long nowMs) {
        if (!command.from().contains(row.state())) {
            return new CommandAnswer.Left(row.state());
        }
        if (row.state() == DeliveryState.PENDING) {
            return row.dueMs() <= nowMs
                    ? new CommandAnswer.Left(DeliveryState.PENDING)
                    : new CommandAnswer.Hastened(pending(row, command, row.round(), nowMs));
        }
        return row.hasPayload()
                ? new CommandAnswer.Reopened(pending(row, command, row.round() + 1, nowMs))
                : new CommandAnswer.PayloadGone();
    }

    private static PendingDelivery pending(
            StoredDelivery row, Resend command, int round, long nowMs) {
        boolean byEntity = command.ordering() == Ordering.ENTITY;
        return new PendingDelivery(
                row.id(),
                row.endpoint(),
                row.eventId(),
                null,
                nowMs,
                command.ordering() == Ordering.NONE ? nowMs : row.id().seq(),
                row.attempts(),
                round,
                row.attempts(),
                byEntity ? EntityKey.of(row.entity(), row.id().seq()) : 0,
                command.trigger());
    }
}
