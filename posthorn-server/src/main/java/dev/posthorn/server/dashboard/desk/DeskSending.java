package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.api.replay.ReplayDesk.Begun;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * Publishing, sending again and taking back, as far as one visitor may. Everything here is refused
 * to those who only look; what is out of reach is unknown.
 */
public final class DeskSending {
    /** What is not under way is settled by the next commit or two. */
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(1);

    private final Sending sending;
    private final Desk desk;

    DeskSending(Sending sending, Desk desk) {
        this.sending = sending;
        this.desk = desk;
    }

    /** Sends a delivery again, or one that waits for its time at once. {@code id}: public. */
    public CommandAnswer resend(String id) {
        desk.mustManage();
        DeliverySummary delivery = delivery(id);
        Endpoint endpoint = desk.endpoint(delivery.endpoint());
        if (endpoint.state() == EndpointState.DEACTIVATED) {
            throw new RefusedException(
                    ApiError.of(ErrorCode.CONFLICT, "Its webhook is deactivated."));
        }
        return sending.deliveries()
                .carryOut(
                        new DeliveryCommand.Resend(
                                delivery.id(),
                                Trigger.RESEND,
                                endpoint.settings().ordering(),
                                EnumSet.allOf(DeliveryState.class)));
    }

    /** Ends a delivery that is pending. {@code id}: public. */
    public CommandAnswer cancel(String id) {
        desk.mustManage();
        return sending.deliveries().cancel(delivery(id).id(), CANCEL_PATIENCE);
    }

    private DeliverySummary delivery(String id) {
        OptionalLong seq = desk.ids().seq(id);
        if (seq.isEmpty()) {
            throw new RefusedException(ApiError.notFound());
        }
        return desk.log()
                .delivery(new DeliveryId(seq.getAsLong()))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    /** Begins to send many again, or only to count them. The plan's owner is checked here. */
    public Started begin(ReplayPlan plan) {
        desk.mustManage();
        if (!desk.covers(plan.organisation())) {
            throw new RefusedException(ApiError.notFound());
        }
        Task task = task(plan);
        return new Started(task, sending.replays().begin(new Replay(task, plan, 0, 0)));
    }

    /** A task, and whether it was taken. */
    public record Started(Task task, Begun begun) {}

    private Task task(ReplayPlan plan) {
        long nowMs = desk.nowMs();
        return new Task(
                new TaskId(sending.sequence().next(1, nowMs)),
                plan.organisation(),
                null,
                plan.trigger() == Trigger.REPLAY ? Task.REPLAY : Task.RESEND,
                plan.endpoint() == null ? 0 : plan.endpoint().seq(),
                Task.State.PENDING,
                List.of(),
                null,
                nowMs,
                null,
                null,
                ReplayCounts.none(plan.dryRun()));
    }

    /** {@code event}: as the API takes it. Its owner is the organisation looked at. */
    public EventId publish(Organisation owner, byte[] event) {
        desk.mustManage();
        if (!desk.covers(owner.id())) {
            throw new RefusedException(ApiError.notFound());
        }
        return sending.publishing().publish(owner, event);
    }

    /** Erases an event's payload for good and cancels what of it is pending. */
    public void expunge(EventSummary event) {
        desk.mustManage();
        desk.mustSeeContents();
        sending.erasure().expunge(event.id(), event.organisation());
        long after = 0;
        Page<DeliverySummary> page;
        do {
            PageRequest part = new PageRequest(PageRequest.MAX_LIMIT, after, 0, false);
            page = pending(event.id(), part);
            for (DeliverySummary delivery : page.rows()) {
                sending.deliveries().cancel(delivery.id(), Duration.ZERO);
                after = delivery.id().seq();
            }
            after = page.nextAfter() == 0 ? after : page.nextAfter();
        } while (page.hasMore());
    }

    private Page<DeliverySummary> pending(EventId event, PageRequest page) {
        return desk.log()
                .deliveries(null, event, DeliveryState.PENDING, null, TimeRange.ALWAYS, page);
    }
}
