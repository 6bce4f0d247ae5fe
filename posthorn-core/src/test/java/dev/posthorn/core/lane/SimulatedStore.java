package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.Journal;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A store that survives the node's death. Commits and reads take a random while; reads see the
 * moment they were made in, not the one they are answered in; now and then one fails.
 */
final class SimulatedStore implements Journal, Backlog {
    /** What became of a delivery, as the store has it. */
    static final class Row {
        PendingDelivery now;
        Verdict verdict;

        Row(PendingDelivery delivery) {
            this.now = delivery;
        }

        boolean pending() {
            return verdict == null;
        }
    }

    final Map<Long, Row> rows = new TreeMap<>();
    private final SimulatedTime time;
    private final RandomGenerator random;
    private final List<PendingDelivery> toMake = new ArrayList<>();
    private final List<Settlement> toSettle = new ArrayList<>();
    private final int slowestReadMs;
    private final int slowestNewsMs;
    private boolean committing;
    private int life;
    double failedReads = 0.02;

    /** Told of each commit while the node that made it lives. */
    BiConsumer<List<PendingDelivery>, List<Settlement>> listener = (_, _) -> {};

    SimulatedStore(SimulatedTime time, RandomGenerator random) {
        this.time = time;
        this.random = random;
        this.slowestReadMs = random.nextBoolean() ? 30 : 2_000;
        this.slowestNewsMs = random.nextBoolean() ? 5 : 200;
    }

    @Override
    public boolean accept(Acceptance acceptance) {
        throw new AssertionError("the simulation accepts through make()");
    }

    void make(List<PendingDelivery> deliveries) {
        toMake.addAll(deliveries);
        planCommit();
    }

    @Override
    public void settle(Settlement settlement) {
        toSettle.add(settlement);
        planCommit();
    }

    /** Everything not committed is lost, and nobody hears of what was asked before. */
    void nodeDied() {
        life++;
        toMake.clear();
        toSettle.clear();
        committing = false;
    }

    private void planCommit() {
        if (!committing) {
            committing = true;
            int asked = life;
            time.after(random.nextInt(1, 20), () -> commit(asked));
        }
    }

    private void commit(int asked) {
        if (asked != life) {
            return;
        }
        List<PendingDelivery> made = List.copyOf(toMake);
        List<Settlement> settled = List.copyOf(toSettle);
        toMake.clear();
        toSettle.clear();
        settled.forEach(this::apply);
        made.forEach(delivery -> rows.put(delivery.id().seq(), new Row(delivery)));
        time.after(
                random.nextInt(0, slowestNewsMs),
                () -> {
                    if (asked == life) {
                        committing = false;
                        listener.accept(made, settled);
                        if (!toMake.isEmpty() || !toSettle.isEmpty()) {
                            planCommit();
                        }
                    }
                });
    }

    private void apply(Settlement settlement) {
        Row row = rows.get(settlement.delivery().seq());
        boolean applies =
                row.pending()
                        && row.now.attempts() == settlement.attemptsBefore()
                        && row.now.round() == settlement.round();
        if (!applies) {
            return;
        }
        int attempts = settlement.attemptsBefore() + (settlement.attempt() == null ? 0 : 1);
        if (settlement.verdict() instanceof Verdict.Retry(long dueMs, long order)) {
            row.now = with(row.now, dueMs, order, attempts);
        } else {
            row.verdict = settlement.verdict();
        }
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

    Map<EndpointId, Long> pendingCounts() {
        Map<EndpointId, Long> counts = new HashMap<>();
        rows.values().stream()
                .filter(Row::pending)
                .forEach(row -> counts.merge(row.now.endpoint(), 1L, Long::sum));
        return counts;
    }

    @Override
    public void refill(RefillQuery query, Consumer<RefillPage> answer) {
        reply(random.nextDouble() < failedReads ? RefillPage.unreadable() : page(query), answer);
    }

    private RefillPage page(RefillQuery query) {
        List<PendingDelivery> found =
                switch (query.ordering()) {
                    case NONE -> after(query);
                    case FIFO -> of(query.endpoint()).toList();
                    case ENTITY -> firsts(query);
                };
        List<PendingDelivery> inPage =
                found.stream()
                        .takeWhile(row ->
                                query.ordering() != dev.posthorn.core.endpoint.Ordering.NONE
                                        || row.dueMs() <= query.nowMs())
                        .limit(query.limit())
                        .map(row -> random.nextInt(8) == 0 ? row.withoutEvent() : row)
                        .toList();
        long next =
                inPage.size() < found.size()
                        ? found.get(inPage.size()).dueMs()
                        : RefillPage.NOTHING;
        return new RefillPage(inPage, next, false);
    }

    private List<PendingDelivery> after(RefillQuery query) {
        return of(query.endpoint())
                .filter(row ->
                        row.order() > query.afterOrder()
                                || (row.order() == query.afterOrder()
                                        && row.id().seq() > query.afterId()))
                .toList();
    }

    private List<PendingDelivery> firsts(RefillQuery query) {
        TreeMap<Long, PendingDelivery> firsts = new TreeMap<>();
        of(query.endpoint()).forEach(row -> firsts.putIfAbsent(row.entityKey(), row));
        return List.copyOf(firsts.tailMap(query.afterEntity(), false).values());
    }

    private Stream<PendingDelivery> of(EndpointId endpoint) {
        return rows.values().stream()
                .filter(row -> row.pending() && row.now.endpoint().equals(endpoint))
                .map(row -> row.now)
                .sorted(
                        Comparator.comparingLong(PendingDelivery::order)
                                .thenComparingLong(row -> row.id().seq()));
    }

    @Override
    public void event(EventId id, Consumer<EventLookup> answer) {
        EventLookup found =
                rows.values().stream()
                        .filter(row -> row.now.eventId().equals(id))
                        .findFirst()
                        .<EventLookup>map(row -> new EventLookup.Found(row.now.event()))
                        .orElse(new EventLookup.Gone());
        reply(random.nextDouble() < failedReads ? new EventLookup.Unreadable() : found, answer);
    }

    @Override
    public void heads(Consumer<List<LaneHead>> answer) {
        Map<EndpointId, LaneHead> heads = new HashMap<>();
        rows.values().stream()
                .filter(Row::pending)
                .map(row -> row.now)
                .sorted(
                        Comparator.comparingLong(PendingDelivery::order)
                                .thenComparingLong(row -> row.id().seq()))
                .forEach(row -> heads.putIfAbsent(row.endpoint(), head(row)));
        reply(List.copyOf(heads.values()), answer);
    }

    private static LaneHead head(PendingDelivery row) {
        return new LaneHead(
                row.endpoint(), new DeliveryId(row.id().seq()), row.dueMs(), row.order());
    }

    private <T> void reply(T answer, Consumer<T> to) {
        int asked = life;
        time.after(
                random.nextInt(1, slowestReadMs),
                () -> {
                    if (asked == life) {
                        to.accept(answer);
                    }
                });
    }
}
