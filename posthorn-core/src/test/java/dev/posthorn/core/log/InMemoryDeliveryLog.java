package dev.posthorn.core.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers what it is told; no budget ever cuts its pages short. Used by many threads. */
public final class InMemoryDeliveryLog implements DeliveryLog, WrittenLog {
    /** When all lines of the audit trail were written. */
    private static final long AUDITED_MS = StoreSamples.NOW;

    private final NavigableMap<Long, EventSummary> summaries = new TreeMap<>();
    private final ConcurrentMap<Long, Event> events = new ConcurrentHashMap<>();
    private final NavigableMap<Long, LoggedDelivery> deliveries = new TreeMap<>();
    private final NavigableMap<Long, Task> tasks = new TreeMap<>();
    private final ConcurrentMap<EndpointId, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final ConcurrentMap<Revision, Endpoint> revisions = new ConcurrentHashMap<>();
    private final Map<String, Integer> profiles = new HashMap<>();
    private final Map<Revision, Integer> profileVersions = new HashMap<>();
    private final NavigableMap<Long, AuditLine> audit = new TreeMap<>();
    private final LoggedAttempts attempts = new LoggedAttempts();

    @Override
    public DeliveryLog log() {
        return this;
    }

    @Override
    public synchronized void accept(AcceptedEvent accepted) {
        Event event = accepted.event();
        events.put(event.id().seq(), event);
        int count = accepted.deliveries().size();
        summaries.put(event.id().seq(), LoggedEvents.summary(event, count));
        accepted.deliveries()
                .forEach(d -> deliveries.put(d.id().seq(), LoggedDelivery.of(d, event)));
    }

    @Override
    public synchronized void settle(Settlement settlement) {
        LoggedDelivery before = deliveries.get(settlement.delivery().seq());
        if (before == null || !before.applies(settlement)) {
            return;
        }
        deliveries.put(settlement.delivery().seq(), before.after(settlement));
        if (settlement.attempt() != null) {
            attempts.add(before.summary(), settlement.attempt(), event(before));
        }
    }

    /** Commands to single deliveries; a cancel is settled at once. */
    public synchronized CommandAnswer carryOut(DeliveryCommand command, long nowMs) {
        return switch (command) {
            case DeliveryCommand.Resend resend -> resend(resend, nowMs);
            case DeliveryCommand.Cancel(DeliveryId id) -> cancel(id, nowMs);
            case DeliveryCommand.Make make -> make(make, nowMs);
        };
    }

    private CommandAnswer resend(DeliveryCommand.Resend resend, long nowMs) {
        LoggedDelivery before = deliveries.get(resend.delivery().seq());
        CommandAnswer answer = before.decide(resend, event(before) != null, nowMs);
        if (answer instanceof CommandAnswer.Reopened(var again)) {
            deliveries.put(again.id().seq(), before.pending(again));
        } else if (answer instanceof CommandAnswer.Hastened(var now)) {
            deliveries.put(now.id().seq(), before.pending(now));
        }
        return answer;
    }

    private CommandAnswer cancel(DeliveryId id, long nowMs) {
        LoggedDelivery before = deliveries.get(id.seq());
        if (before.summary().state() != DeliveryState.PENDING) {
            return new CommandAnswer.Left(before.summary().state());
        }
        deliveries.put(id.seq(), before.cancelled(nowMs));
        return new CommandAnswer.CancelAsked(id, before.summary().endpoint(), before.round());
    }

    private CommandAnswer make(DeliveryCommand.Make make, long nowMs) {
        Event event = events.get(make.event().seq());
        if (event == null) {
            return new CommandAnswer.Unknown();
        }
        if (!reached(make.endpoint(), List.of(make.event())).isEmpty()) {
            return new CommandAnswer.Left(DeliveryState.PENDING);
        }
        long seq = Math.max(Sequence.firstOf(nowMs), highest() + 2);
        PendingDelivery made =
                new PendingDelivery(
                        new DeliveryId(seq),
                        make.endpoint(),
                        make.event(),
                        null,
                        nowMs,
                        make.ordering() == Ordering.NONE ? nowMs : seq,
                        0,
                        0,
                        0,
                        0,
                        Trigger.REPLAY);
        deliveries.put(seq, LoggedDelivery.of(made, event));
        return new CommandAnswer.Made(made);
    }

    private long highest() {
        return Math.max(
                summaries.isEmpty() ? 0 : summaries.lastKey(),
                deliveries.isEmpty() ? 0 : deliveries.lastKey());
    }

    /** The payload is erased, the rest stays. */
    public void expunge(EventId id) {
        events.remove(id.seq());
    }

    private void purge(OrganisationId organisation, List<EndpointId> ids) {
        summaries.values().removeIf(one -> one.organisation().equals(organisation));
        events.values().removeIf(one -> one.organisation().equals(organisation));
        deliveries.values().removeIf(one -> ids.contains(one.summary().endpoint()));
        tasks.values().removeIf(one -> one.organisation().equals(organisation));
        audit.values().removeIf(one -> organisation.equals(one.entry().organisation()));
        ids.forEach(endpoints::remove);
    }

    private Event event(LoggedDelivery delivery) {
        return events.get(delivery.summary().event().seq());
    }

    @Override
    public synchronized void save(Change change) {
        switch (change) {
            case Change.EndpointChange(var endpoint) -> {
                endpoints.put(endpoint.id(), endpoint);
                Revision revision = new Revision(endpoint.id(), endpoint.revision());
                revisions.put(revision, endpoint);
                Integer version = profiles.get(endpoint.settings().profile());
                if (version != null) {
                    profileVersions.putIfAbsent(revision, version);
                }
            }
            case Change.OwnProfileChange(var version) ->
                    profiles.put(version.name(), version.version());
            case Change.TaskChange(var task) -> tasks.put(task.id().seq(), task);
            case Change.TestAttempt test -> attempts.add(test);
            case Change.CancelPending cancel ->
                    deliveries.replaceAll((_, delivery) -> delivery.cancelled(cancel));
            case Change.OrganisationChange _,
                    Change.KeyChange _,
                    Change.EventTypeChange _,
                    Change.Reorder _,
                    Change.PeopleChange _ -> {}
            case Change.Purge(var organisation, var ids) -> purge(organisation.id(), ids);
            case Change.Expunge(var event) -> events.remove(event.seq());
            case Change.Audited(var entry) -> {
                long seq =
                        Math.max(
                                Sequence.firstOf(AUDITED_MS),
                                audit.isEmpty() ? 0 : audit.lastKey() + 1);
                audit.put(seq, new AuditLine(seq, entry));
            }
        }
    }

    @Override
    public synchronized Page<EventSummary> events(EventFilter filter, PageRequest page) {
        NavigableMap<Long, EventSummary> rows = new TreeMap<>();
        summaries.forEach((seq, summary) -> rows.put(seq, withState(summary)));
        return Paging.of(rows, LoggedEvents.matching(filter), page);
    }

    @Override
    public synchronized Optional<EventSummary> eventSummary(EventId id) {
        return Optional.ofNullable(summaries.get(id.seq())).map(this::withState);
    }

    private EventSummary withState(EventSummary event) {
        List<DeliveryState> states =
                deliveries.values().stream()
                        .map(LoggedDelivery::summary)
                        .filter(delivery -> delivery.event().equals(event.id()))
                        .map(DeliverySummary::state)
                        .toList();
        return LoggedEvents.withState(event, states);
    }

    @Override
    public Optional<Event> event(EventId id) {
        return Optional.ofNullable(events.get(id.seq()));
    }

    @Override
    public synchronized Page<DeliverySummary> deliveries(DeliveryFilter filter, PageRequest page) {
        NavigableMap<Long, DeliverySummary> rows = new TreeMap<>();
        deliveries.forEach((seq, delivery) -> rows.put(seq, delivery.summary()));
        return Paging.of(rows, LoggedDelivery.matching(filter), page);
    }

    @Override
    public synchronized Optional<DeliverySummary> delivery(DeliveryId id) {
        return Optional.ofNullable(deliveries.get(id.seq())).map(LoggedDelivery::summary);
    }

    @Override
    public synchronized Set<EventId> reached(EndpointId endpoint, List<EventId> of) {
        return deliveries.values().stream()
                .map(LoggedDelivery::summary)
                .filter(delivery -> delivery.endpoint().equals(endpoint))
                .map(DeliverySummary::event)
                .filter(of::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Page<AttemptEntry> attempts(AttemptFilter filter, PageRequest page) {
        Predicate<AttemptEntry> wanted =
                attempt ->
                        (filter.organisation() == null
                                        || filter.organisation().equals(owner(attempt.endpoint())))
                                && (filter.endpoint() == null
                                        || filter.endpoint().equals(attempt.endpoint()))
                                && (filter.delivery() == null
                                        || filter.delivery().equals(attempt.delivery()));
        return Paging.of(attempts.all(), wanted, page);
    }

    private @Nullable OrganisationId owner(EndpointId id) {
        Endpoint endpoint = endpoints.get(id);
        return endpoint == null ? null : endpoint.organisation();
    }

    @Override
    public synchronized Optional<AttemptEntry> attempt(AttemptId id) {
        return Optional.ofNullable(attempts.all().get(id.seq()));
    }

    @Override
    public synchronized Optional<Task> task(TaskId id) {
        return Optional.ofNullable(tasks.get(id.seq()));
    }

    @Override
    public synchronized Page<Task> tasks(
            @Nullable OrganisationId organisation,
            @Nullable String type,
            Task.@Nullable State state,
            PageRequest page) {
        return Paging.of(
                tasks,
                task ->
                        (organisation == null || organisation.equals(task.organisation()))
                                && (type == null || type.equals(task.type()))
                                && (state == null || state == task.state()),
                page);
    }

    @Override
    public synchronized Page<AuditLine> audit(
            AuditFilter filter, TimeRange written, PageRequest page) {
        return Paging.of(
                audit, line -> filter.matches(line.entry()) && written.contains(line.atMs()), page);
    }

    @Override
    public Optional<Endpoint> revision(EndpointId id, int revision) {
        return Optional.ofNullable(revisions.get(new Revision(id, revision)));
    }

    @Override
    public synchronized OptionalInt profileVersion(EndpointId id, int revision) {
        Integer version = profileVersions.get(new Revision(id, revision));
        return version == null ? OptionalInt.empty() : OptionalInt.of(version);
    }

    @Override
    public synchronized int due(EndpointId endpoint, long nowMs, int most) {
        long due =
                deliveries.values().stream()
                        .map(LoggedDelivery::summary)
                        .filter(delivery -> delivery.endpoint().equals(endpoint))
                        .filter(delivery -> delivery.dueMs() != null && delivery.dueMs() <= nowMs)
                        .count();
        return (int) Math.min(due, most);
    }

    private record Revision(EndpointId endpoint, int number) {}
}
