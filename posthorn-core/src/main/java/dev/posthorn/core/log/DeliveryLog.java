package dev.posthorn.core.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads for people and clients. Calls block; each looks at no more than {@link #MAX_LOOKED_AT} rows
 * and for about 30 ms, and returns a short page with {@code nextAfter} when it has. Every call can
 * throw {@link LogUnavailableException}.
 */
public interface DeliveryLog {
    /** Rows one list reads before it gives up on filling its page: a few milliseconds' worth. */
    int MAX_LOOKED_AT = 20_000;

    Page<EventSummary> events(EventFilter filter, PageRequest page);

    Optional<EventSummary> eventSummary(EventId id);

    /** The event with its data; empty when unknown or its payload is gone. */
    Optional<Event> event(EventId id);

    Page<DeliverySummary> deliveries(DeliveryFilter filter, PageRequest page);

    Optional<DeliverySummary> delivery(DeliveryId id);

    /** Which of these events have a delivery to the endpoint, made at once or later. */
    Set<EventId> reached(EndpointId endpoint, List<EventId> events);

    /**
     * By number, which is by the time they were written down, newest first. A page also ends where
     * its payloads and answers come to 16 MiB.
     */
    Page<AttemptEntry> attempts(AttemptFilter filter, PageRequest page);

    Optional<AttemptEntry> attempt(AttemptId id);

    Optional<Task> task(TaskId id);

    Page<Task> tasks(
            @Nullable OrganisationId organisation,
            @Nullable String type,
            Task.@Nullable State state,
            PageRequest page);

    /** The endpoint as it was at an earlier revision, secrets included. */
    Optional<Endpoint> revision(EndpointId id, int revision);

    /**
     * Which version of its profile an endpoint's revision was written with; empty for a built-in
     * profile and for a revision unknown.
     */
    OptionalInt profileVersion(EndpointId id, int revision);

    /** The audit trail, written in {@code written}; newest first. */
    Page<AuditLine> audit(AuditFilter filter, TimeRange written, PageRequest page);

    /** Pending deliveries of an endpoint with due ≤ {@code nowMs}, counted up to {@code most}. */
    int due(EndpointId endpoint, long nowMs, int most);
}
