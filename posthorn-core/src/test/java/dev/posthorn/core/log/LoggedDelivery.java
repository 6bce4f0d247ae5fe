package dev.posthorn.core.log;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.replay.Reopening;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A delivery as the fake keeps it: what lists show, and its round. */
record LoggedDelivery(DeliverySummary summary, int round) {
    static LoggedDelivery of(PendingDelivery delivery, Event event) {
        return new LoggedDelivery(
                new DeliverySummary(
                        delivery.id(),
                        event.id(),
                        delivery.endpoint(),
                        event.organisation(),
                        event.type(),
                        DeliveryState.PENDING,
                        delivery.attempts(),
                        Sequence.millisOf(delivery.id().seq()),
                        delivery.dueMs(),
                        0,
                        null,
                        null,
                        null),
                delivery.round());
    }

    boolean applies(Settlement settlement) {
        return summary.state() == DeliveryState.PENDING
                && summary.attempts() == settlement.attemptsBefore()
                && round == settlement.round();
    }

    LoggedDelivery after(Settlement settlement) {
        AttemptRecord attempt = settlement.attempt();
        return switch (settlement.verdict()) {
            case Verdict.Delivered(long atMs) ->
                    with(DeliveryState.DELIVERED, attempt, null, atMs, null);
            case Verdict.Retry(long dueMs, _) ->
                    with(DeliveryState.PENDING, attempt, dueMs, null, null);
            case Verdict.Failed(long atMs, String reason) ->
                    with(DeliveryState.FAILED, attempt, null, atMs, reason);
            case Verdict.Cancelled(long atMs, String reason) ->
                    with(DeliveryState.CANCELLED, attempt, null, atMs, reason);
        };
    }

    LoggedDelivery cancelled(Change.CancelPending cancel) {
        boolean concerned =
                summary.state() == DeliveryState.PENDING
                        && summary.endpoint().equals(cancel.endpoint().id());
        return concerned
                ? with(DeliveryState.CANCELLED, null, null, cancel.atMs(), cancel.reason())
                : this;
    }

    /** As {@code Reopening} decides, {@code order} and schedule aside. */
    CommandAnswer decide(DeliveryCommand.Resend command, boolean hasPayload, long nowMs) {
        StoredDelivery row =
                new StoredDelivery(
                        summary.id(),
                        summary.endpoint(),
                        summary.event(),
                        EntityId.NONE,
                        summary.state(),
                        summary.dueMs() == null ? 0 : summary.dueMs(),
                        0,
                        summary.attempts(),
                        round,
                        hasPayload);
        return Reopening.decide(row, command, nowMs);
    }

    LoggedDelivery pending(PendingDelivery again) {
        return new LoggedDelivery(
                with(DeliveryState.PENDING, null, again.dueMs(), null, null).summary,
                again.round());
    }

    LoggedDelivery cancelled(long atMs) {
        return with(DeliveryState.CANCELLED, null, null, atMs, Verdict.ON_REQUEST);
    }

    private LoggedDelivery with(
            DeliveryState state,
            @Nullable AttemptRecord attempt,
            @Nullable Long dueMs,
            @Nullable Long completedMs,
            @Nullable String reason) {
        boolean tried = attempt != null;
        return new LoggedDelivery(
                new DeliverySummary(
                        summary.id(),
                        summary.event(),
                        summary.endpoint(),
                        summary.organisation(),
                        summary.type(),
                        state,
                        tried ? attempt.number() : summary.attempts(),
                        summary.createdMs(),
                        dueMs,
                        tried ? attempt.exchange().outcome().status() : summary.lastStatus(),
                        tried ? attempt.errorCode() : summary.lastError(),
                        completedMs,
                        reason),
                round);
    }

    static Predicate<DeliverySummary> matching(DeliveryFilter filter) {
        return delivery ->
                (filter.organisation() == null
                                || filter.organisation().equals(delivery.organisation()))
                        && (filter.endpoint() == null
                                || filter.endpoint().equals(delivery.endpoint()))
                        && (filter.event() == null || filter.event().equals(delivery.event()))
                        && (filter.state() == null || filter.state() == delivery.state())
                        && LoggedEvents.isOfType(delivery.type(), filter.type())
                        && LoggedEvents.isWithin(filter.created(), delivery.createdMs());
    }
}
