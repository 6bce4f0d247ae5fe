package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
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
    private final Map<EventId, Event> events = new HashMap<>();
    private final Map<EndpointId, NavigableSet<PendingDelivery>> lanes = new HashMap<>();
    private long pending;

    void make(PendingDelivery delivery) {
        Row before = rows.put(delivery.id().seq(), new Row(delivery, null));
        if (before != null) {
            throw new AssertionError("made twice: " + delivery.id());
        }
        events.put(delivery.eventId(), delivery.event());
        lane(delivery.endpoint()).add(delivery);
        pending++;
    }

    /** Compare-and-set: what no longer applies changes nothing. */
    void apply(Settlement settlement) {
        Row row = rows.get(settlement.delivery().seq());
        boolean applies =
                row.pending()
                        && row.now.attempts() == settlement.attemptsBefore()
                        && row.now.round() == settlement.round();
        if (!applies) {
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
            rows.put(row.now.id().seq(), new Row(row.now, settlement.verdict()));
            pending--;
        }
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
                byEntity ? Long.parseLong(((EntityId.Numeric) d.event().entityId()).digits()) : 0);
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
                d.entityKey());
    }

    Row row(long id) {
        return rows.get(id);
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
