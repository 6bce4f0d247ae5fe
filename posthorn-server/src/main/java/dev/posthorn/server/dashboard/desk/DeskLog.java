package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log as one visitor may see it. The organisation of every filter is put in here, and what
 * shows payloads asks whether the visitor may see them. Throws as {@link DeliveryLog} does.
 */
public final class DeskLog {
    private final DeliveryLog log;
    private final Desk desk;
    private final @Nullable OrganisationId whose;

    DeskLog(DeliveryLog log, Desk desk, @Nullable OrganisationId whose) {
        this.log = log;
        this.desk = desk;
        this.whose = whose;
    }

    /** Null leaves a field open, as in {@link EventFilter}. */
    public Page<EventSummary> events(
            @Nullable String type,
            @Nullable String action,
            EventSummary.@Nullable State state,
            @Nullable EntityId entityId,
            TimeRange created,
            PageRequest page) {
        return log.events(new EventFilter(whose, type, action, state, entityId, created), page);
    }

    public Optional<EventSummary> event(EventId id) {
        return log.eventSummary(id).filter(event -> desk.covers(event.organisation()));
    }

    /** With its payload; empty when unknown or gone. Refused to viewers. */
    public Optional<Event> contents(EventId id) {
        desk.mustSeeContents();
        return log.event(id).filter(event -> desk.covers(event.organisation()));
    }

    /** Null leaves a field open, as in {@link DeliveryFilter}. */
    public Page<DeliverySummary> deliveries(
            @Nullable EndpointId endpoint,
            @Nullable EventId event,
            @Nullable DeliveryState state,
            @Nullable String type,
            TimeRange created,
            PageRequest page) {
        return log.deliveries(
                new DeliveryFilter(whose, endpoint, event, state, type, created), page);
    }

    public Optional<DeliverySummary> delivery(DeliveryId id) {
        return log.delivery(id).filter(delivery -> desk.covers(delivery.organisation()));
    }

    /** Requests and answers; viewers get them without any contents. */
    public Page<AttemptEntry> attempts(
            @Nullable EndpointId endpoint, @Nullable DeliveryId delivery, PageRequest page) {
        Page<AttemptEntry> found = log.attempts(new AttemptFilter(whose, endpoint, delivery), page);
        return desk.visitor().role().seesContents() ? found : Contents.without(found);
    }

    /** Viewers get it without any contents. */
    public Optional<AttemptEntry> attempt(AttemptId id) {
        return log.attempt(id)
                .filter(attempt -> isOurs(attempt.endpoint()))
                .map(attempt ->
                        desk.visitor().role().seesContents() ? attempt : Contents.without(attempt));
    }

    /** Viewers get them without results, which show what was sent. */
    public Page<Task> tasks(@Nullable String type, Task.@Nullable State state, PageRequest page) {
        Page<Task> found = log.tasks(whose, type, state, page);
        return new Page<>(
                found.rows().stream().map(this::shown).toList(),
                found.hasMore(),
                found.nextAfter(),
                found.total(),
                found.totalCapped());
    }

    private Task shown(Task task) {
        return desk.visitor().role().seesContents() ? task : Contents.without(task);
    }

    public Optional<Task> task(TaskId id) {
        return log.task(id).filter(task -> desk.covers(task.organisation())).map(this::shown);
    }

    /** Refused to those who may not make keys and invite people. Null for any. */
    public Page<AuditLine> audit(
            @Nullable Long actor,
            @Nullable String action,
            @Nullable Long target,
            PageRequest page) {
        desk.mustAdminister();
        return log.audit(new AuditFilter(whose, actor, action, target), TimeRange.ALWAYS, page);
    }

    /** The endpoint as it was; refused to viewers, for it has its secrets. */
    public Optional<Endpoint> revision(EndpointId id, int revision) {
        desk.mustSeeContents();
        return log.revision(id, revision).filter(endpoint -> desk.covers(endpoint.organisation()));
    }

    /** As {@link DeliveryLog#due}. */
    public int due(EndpointId endpoint, int most) {
        return isOurs(endpoint) ? log.due(endpoint, desk.nowMs(), most) : 0;
    }

    private boolean isOurs(EndpointId endpoint) {
        return desk.ports()
                .directory()
                .endpoint(endpoint)
                .filter(found -> desk.covers(found.organisation()))
                .isPresent();
    }
}
