package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A backlog that answers at once. */
final class InMemoryBacklog implements Backlog {
    private final InMemoryRows rows;

    InMemoryBacklog(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void refill(RefillQuery query, Consumer<RefillPage> answer) {
        synchronized (rows) {
            answer.accept(page(query));
        }
    }

    private RefillPage page(RefillQuery query) {
        List<PendingDelivery> lane = rows.lane(query.endpoint()::equals);
        List<PendingDelivery> found =
                switch (query.ordering()) {
                    case NONE -> lane.stream().filter(row -> isAfter(row, query)).toList();
                    case FIFO -> lane;
                    case ENTITY -> firsts(lane, query.afterEntity());
                };
        long dueMs = query.ordering() == Ordering.NONE ? query.nowMs() : Long.MAX_VALUE;
        List<PendingDelivery> page =
                found.stream().takeWhile(row -> row.dueMs() <= dueMs).limit(query.limit()).toList();
        long nextDueMs =
                page.size() == found.size() ? RefillPage.NOTHING : next(query, found, page.size());
        return new RefillPage(withinBudget(page, query.maxBytes()), nextDueMs, false);
    }

    private static long next(RefillQuery query, List<PendingDelivery> found, int index) {
        return query.ordering() == Ordering.NONE ? found.get(index).dueMs() : query.nowMs();
    }

    private static boolean isAfter(PendingDelivery row, RefillQuery query) {
        return row.order() > query.afterOrder()
                || (row.order() == query.afterOrder() && row.id().seq() > query.afterId());
    }

    private static List<PendingDelivery> firsts(List<PendingDelivery> lane, long afterEntity) {
        TreeMap<Long, PendingDelivery> firsts = new TreeMap<>();
        lane.forEach(row -> firsts.putIfAbsent(row.entityKey(), row));
        return List.copyOf(firsts.tailMap(afterEntity, false).values());
    }

    private static List<PendingDelivery> withinBudget(List<PendingDelivery> page, int maxBytes) {
        List<PendingDelivery> within = new ArrayList<>();
        long left = maxBytes;
        for (PendingDelivery row : page) {
            left -= row.payloadBytes();
            within.add(left < 0 ? row.withoutEvent() : row);
        }
        return within;
    }

    @Override
    public void event(EventId id, Consumer<EventLookup> answer) {
        synchronized (rows) {
            Event event = rows.event(id);
            answer.accept(event == null ? new EventLookup.Gone() : new EventLookup.Found(event));
        }
    }

    @Override
    public void heads(Consumer<List<LaneHead>> answer) {
        synchronized (rows) {
            Map<EndpointId, LaneHead> heads = new HashMap<>();
            for (PendingDelivery row : rows.lane(_ -> true)) {
                heads.putIfAbsent(
                        row.endpoint(),
                        new LaneHead(row.endpoint(), row.id(), row.dueMs(), row.order()));
            }
            answer.accept(List.copyOf(heads.values()));
        }
    }

    Map<EndpointId, Long> pendingCounts() {
        synchronized (rows) {
            return rows.lane(_ -> true).stream()
                    .collect(
                            Collectors.groupingBy(
                                    PendingDelivery::endpoint, Collectors.counting()));
        }
    }
}
