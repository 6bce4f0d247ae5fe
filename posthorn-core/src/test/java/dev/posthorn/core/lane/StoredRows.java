package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.replay.Reopening;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The rows a store would have, with the answers it would give: what is pending is kept in the order
 * of its lane, so that a lane of hundreds of thousands costs a page what it costs a real one.
 */
final class StoredRows {
    private static final Comparator<PendingDelivery> IN_ORDER =
            Comparator.comparingLong(PendingDelivery::order)
                    .thenComparingLong(row -> row.id().seq());

    /** What became of a delivery; {@code verdict} is null while it is pending. */
    record Row(PendingDelivery now, Verdict verdict) {
        boolean pending() {
            return verdict == null;
        }
    }

    private final Map<Long, Row> rows = new HashMap<>();
    private final List<Long> made = new ArrayList<>();
    private final Map<EventId, Event> events = new HashMap<>();
    private final Map<EndpointId, NavigableSet<PendingDelivery>> lanes = new HashMap<>();
    private final Map<DeliveryId, CommandAnswer.CancelAsked> cancels =
            new TreeMap<>(Comparator.comparingLong(DeliveryId::seq));
    private long pending;

    void make(PendingDelivery delivery) {
        Row before = rows.put(delivery.id().seq(), new Row(delivery, null));
        if (before != null) {
            throw new AssertionError("made twice: " + delivery.id());
        }
        made.add(delivery.id().seq());
        events.put(delivery.eventId(), delivery.event());
        lane(delivery.endpoint()).add(delivery);
        pending++;
    }

    /** Compare-and-set: what no longer applies changes nothing. */
    void apply(Settlement settlement) {
        Row row = rows.get(settlement.delivery().seq());
        if (!row.pending() || !settlement.appliesTo(row.now.attempts(), row.now.round())) {
            return;
        }
        NavigableSet<PendingDelivery> lane = lane(row.now.endpoint());
        lane.remove(row.now);
        if (settlement.verdict() instanceof Verdict.Retry(long dueMs, long order)) {
            int attempts = row.now.attempts() + (settlement.attempt() == null ? 0 : 1);
            PendingDelivery later = with(row.now, dueMs, order, attempts);
            rows.put(later.id().seq(), new Row(later, null));
            lane.add(later);
        } else {
            int attempts = row.now.attempts() + (settlement.attempt() == null ? 0 : 1);
            PendingDelivery last = with(row.now, row.now.dueMs(), row.now.order(), attempts);
            rows.put(last.id().seq(), new Row(last, settlement.verdict()));
            cancels.remove(last.id());
            pending--;
        }
    }

    /** As the store does; sort keys are those of the ordering whoever asks knows of. */
    CommandAnswer carryOut(DeliveryCommand command, long nowMs) {
        return switch (command) {
            case DeliveryCommand.Resend resend -> resend(resend, nowMs);
            case DeliveryCommand.Cancel(DeliveryId id) -> cancel(id);
            case DeliveryCommand.Make _ -> throw new AssertionError("not played here");
        };
    }

    private CommandAnswer resend(DeliveryCommand.Resend resend, long nowMs) {
        Row row = rows.get(resend.delivery().seq());
        CommandAnswer answer = Reopening.decide(stored(row), resend, nowMs);
        if (answer instanceof CommandAnswer.Reopened(var again)) {
            pending++;
            return new CommandAnswer.Reopened(replace(row, again, resend.ordering()));
        } else if (answer instanceof CommandAnswer.Hastened(var now)) {
            return new CommandAnswer.Hastened(replace(row, now, resend.ordering()));
        }
        return answer;
    }

    private PendingDelivery replace(Row row, PendingDelivery by, Ordering ordering) {
        lane(by.endpoint()).remove(row.now);
        PendingDelivery later =
                new PendingDelivery(
                        by.id(),
                        by.endpoint(),
                        by.eventId(),
                        row.now.event(),
                        by.dueMs(),
                        by.order(),
                        by.attempts(),
                        by.round(),
                        by.roundBase(),
                        0,
                        by.trigger());
        PendingDelivery sorted = sorted(later, ordering);
        rows.put(sorted.id().seq(), new Row(sorted, null));
        lane(by.endpoint()).add(sorted);
        return sorted;
    }

    private static StoredDelivery stored(Row row) {
        PendingDelivery now = row.now;
        return new StoredDelivery(
                now.id(),
                now.endpoint(),
                now.eventId(),
                now.event().entityId(),
                state(row.verdict),
                now.dueMs(),
                now.order(),
                now.attempts(),
                now.round(),
                true);
    }

    private static DeliveryState state(Verdict verdict) {
        return switch (verdict) {
            case null -> DeliveryState.PENDING;
            case Verdict.Retry _ -> DeliveryState.PENDING;
            case Verdict.Delivered _ -> DeliveryState.DELIVERED;
            case Verdict.Failed _ -> DeliveryState.FAILED;
            case Verdict.Cancelled _ -> DeliveryState.CANCELLED;
        };
    }

    private CommandAnswer cancel(DeliveryId id) {
        Row row = rows.get(id.seq());
        if (!row.pending()) {
            return new CommandAnswer.Left(state(row.verdict));
        }
        var asked = new CommandAnswer.CancelAsked(id, row.now.endpoint(), row.now.round());
        cancels.put(id, asked);
        return asked;
    }

    boolean isCancelAsked(PendingDelivery delivery) {
        var asked = cancels.get(delivery.id());
        return asked != null && asked.round() == delivery.round();
    }

    /** Those asked for and not settled. */
    List<CommandAnswer.CancelAsked> openCancels() {
        return cancels.values().stream()
                .filter(asked -> rows.get(asked.delivery().seq()).pending())
                .toList();
    }

    /** As the store does when an endpoint is deactivated: nobody hears of each one. */
    void cancelAll(EndpointId endpoint, long atMs) {
        NavigableSet<PendingDelivery> lane = lane(endpoint);
        for (PendingDelivery row : lane) {
            rows.put(row.id().seq(), new Row(row, new Verdict.Cancelled(atMs, "deactivated")));
        }
        pending -= lane.size();
        lane.clear();
    }

    /** Gives the rows of a lane the sort keys of an ordering; entities are their numbers. */
    void sort(EndpointId endpoint, Ordering ordering) {
        NavigableSet<PendingDelivery> lane = lane(endpoint);
        List<PendingDelivery> sorted = lane.stream().map(row -> sorted(row, ordering)).toList();
        lane.clear();
        for (PendingDelivery row : sorted) {
            rows.put(row.id().seq(), new Row(row, null));
            lane.add(row);
        }
    }

    static PendingDelivery sorted(PendingDelivery d, Ordering ordering) {
        boolean byEntity =
                ordering == Ordering.ENTITY && d.event().entityId() instanceof EntityId.Numeric;
        return new PendingDelivery(
                d.id(),
                d.endpoint(),
                d.eventId(),
                d.event(),
                d.dueMs(),
                ordering == Ordering.NONE ? d.dueMs() : d.id().seq(),
                d.attempts(),
                d.round(),
                d.roundBase(),
                byEntity ? Long.parseLong(((EntityId.Numeric) d.event().entityId()).digits()) : 0,
                d.trigger());
    }

    private static PendingDelivery with(PendingDelivery d, long dueMs, long order, int attempts) {
        return new PendingDelivery(
                d.id(),
                d.endpoint(),
                d.eventId(),
                d.event(),
                dueMs,
                order,
                attempts,
                d.round(),
                d.roundBase(),
                d.entityKey(),
                d.trigger());
    }

    Row row(long id) {
        return rows.get(id);
    }

    /** One of all there ever were, by chance; null when there is none. */
    Row any(RandomGenerator random) {
        return made.isEmpty() ? null : rows.get(made.get(random.nextInt(made.size())));
    }

    int size() {
        return rows.size();
    }

    /** Deliveries not settled. */
    long pending() {
        return pending;
    }

    Map<EndpointId, Long> pendingCounts() {
        Map<EndpointId, Long> counts = new HashMap<>();
        lanes.forEach((id, lane) -> {
            if (!lane.isEmpty()) {
                counts.put(id, (long) lane.size());
            }
        });
        return counts;
    }

    /** Pending rows of one lane that come before {@code delivery}. */
    NavigableSet<PendingDelivery> before(PendingDelivery delivery) {
        return lane(delivery.endpoint()).headSet(delivery, false);
    }

    List<LaneHead> heads() {
        return lanes.values().stream()
                .filter(lane -> !lane.isEmpty())
                .map(NavigableSet::first)
                .map(row -> new LaneHead(row.endpoint(), row.id(), row.dueMs(), row.order()))
                .toList();
    }

    EventLookup event(EventId id) {
        Event event = events.get(id);
        return event == null ? new EventLookup.Gone() : new EventLookup.Found(event);
    }

    void erase(EventId id) {
        events.remove(id);
    }

    RefillPage page(RefillQuery query) {
        NavigableSet<PendingDelivery> lane = lane(query.endpoint());
        return switch (query.ordering()) {
            case NONE -> dueRows(after(lane, query), query);
            case FIFO -> firstRows(lane.iterator(), query.limit());
            case ENTITY -> firstRows(firsts(lane, query.afterEntity()), query.limit());
        };
    }

    private static Iterator<PendingDelivery> after(
            NavigableSet<PendingDelivery> lane, RefillQuery query) {
        PendingDelivery position =
                new PendingDelivery(
                        new DeliveryId(query.afterId()),
                        query.endpoint(),
                        new EventId(0),
                        null,
                        0,
                        query.afterOrder(),
                        0,
                        0,
                        0,
                        0);
        return lane.tailSet(position, false).iterator();
    }

    private static RefillPage dueRows(Iterator<PendingDelivery> rows, RefillQuery query) {
        List<PendingDelivery> page = new ArrayList<>();
        while (rows.hasNext()) {
            PendingDelivery row = rows.next();
            if (row.dueMs() > query.nowMs() || page.size() == query.limit()) {
                return new RefillPage(page, row.dueMs(), false);
            }
            page.add(row);
        }
        return new RefillPage(page, RefillPage.NOTHING, false);
    }

    private static RefillPage firstRows(Iterator<PendingDelivery> rows, int limit) {
        List<PendingDelivery> page = new ArrayList<>();
        while (rows.hasNext() && page.size() < limit) {
            page.add(rows.next());
        }
        return new RefillPage(
                page, rows.hasNext() ? rows.next().dueMs() : RefillPage.NOTHING, false);
    }

    private static Iterator<PendingDelivery> firsts(
            NavigableSet<PendingDelivery> lane, long afterEntity) {
        TreeMap<Long, PendingDelivery> firsts = new TreeMap<>();
        lane.forEach(row -> firsts.putIfAbsent(row.entityKey(), row));
        return firsts.tailMap(afterEntity, false).values().iterator();
    }

    private NavigableSet<PendingDelivery> lane(EndpointId id) {
        return lanes.computeIfAbsent(id, _ -> new TreeSet<>(IN_ORDER));
    }
}
