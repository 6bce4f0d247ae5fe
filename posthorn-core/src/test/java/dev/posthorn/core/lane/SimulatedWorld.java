package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.routing.FullEndpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The real dispatcher and lanes on one thread, from a seed: simulated time, store and receivers;
 * the node dies between any two steps and starts again; commits and reads fail; endpoints are
 * paused, invalidated, deactivated and put in another order while events come in.
 */
final class SimulatedWorld {
    static final int MAX_IN_FLIGHT = 40;
    private static final long TROUBLE_MS = 600_000;
    private static final long PATIENCE_MS = 7_200_000;

    /** By then the last request has timed out and everyone has heard of what was written. */
    private static final long NEWS_MS = 20_000;

    /** Reached in half of all worlds, by endpoints in trouble. */
    private static final int MAX_PENDING = 100;

    private static final int ENDPOINTS = 6;
    private static final List<Ordering> ORDERINGS = List.of(Ordering.values());
    private static final DispatchLimits LIMITS =
            new DispatchLimits(MAX_IN_FLIGHT, 16, 60, 2_000, 12 << 20, Duration.ofSeconds(15));

    final SimulatedTime time = new SimulatedTime();
    final RandomGenerator random;
    final SimulatedStore store;
    final SimulatedEndpoints endpoints;
    final Promises promises;
    private final Map<EndpointId, SimulatedReceiver> receivers = new HashMap<>();
    private final Sequence sequence = new Sequence(0);
    private final long calmMs = time.nowMs() + TROUBLE_MS;

    /** The truth scan would hide that a lane forgot something: half of all worlds have none. */
    private final boolean scans;

    private FullEndpoints full = FullEndpoints.never();
    private Dispatcher dispatcher;
    private int life;

    SimulatedWorld(long seed) {
        this.random = new Random(seed);
        this.store = new SimulatedStore(time, random);
        this.endpoints = new SimulatedEndpoints(time, random, store);
        this.promises = new Promises(this);
        this.scans = random.nextBoolean();
        for (int i = 0; i < ENDPOINTS; i++) {
            addEndpoint(i);
        }
        this.dispatcher = startNode();
    }

    private void addEndpoint(int i) {
        Ordering ordering = ORDERINGS.get(i % ORDERINGS.size());
        EndpointId id = new EndpointId(1 + i);
        Double perSecond = random.nextInt(4) == 0 ? 20.0 : null;
        endpoints.add(
                new SimulatedEndpoints.Shape(id, ordering, perSecond, false, EndpointState.VALID));
        double trouble = List.of(0.0, 0.2, 0.6, 1.0).get(random.nextInt(4));
        receivers.put(id, new SimulatedReceiver(random, trouble, calmMs));
    }

    private Dispatcher startNode() {
        int born = life;
        full = new FullEndpoints(MAX_PENDING, _ -> {});
        DispatchPorts ports =
                new DispatchPorts(
                        store, this::send, store, atMs -> alarm(born, atMs), new WorldEvents());
        RuleBook book =
                new RuleBook(
                        endpoints::endpoint, _ -> new EchoProfile(), EchoProfile.IDENTITY, LIMITS);
        Dispatcher node =
                new Dispatcher(
                        _ -> true,
                        book,
                        LIMITS,
                        ports,
                        random,
                        time::nowMs,
                        store.rows.pendingCounts());
        store.listener = node::committed;
        store.commands =
                answers -> {
                    promises.heard(answers);
                    node.asked(answers);
                };
        endpoints.listener = node::changed;
        store.commands.accept(List.copyOf(store.rows.openCancels()));
        node.start();
        if (scans) {
            scanLater(born, node);
        }
        return node;
    }

    private void scanLater(int born, Dispatcher node) {
        time.after(
                5_000,
                () -> {
                    if (born == life) {
                        store.heads(node::truth);
                        scanLater(born, node);
                    }
                });
    }

    private void alarm(int born, long atMs) {
        time.at(
                atMs,
                () -> {
                    if (born == life) {
                        dispatcher.wake();
                    }
                });
    }

    private void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        EchoProfile.Sent sent = EchoProfile.sent(request);
        promises.attempt(sent);
        SimulatedReceiver.Answer came =
                receivers.get(sent.endpoint()).answer(deadline, time.nowMs());
        int asked = life;
        time.after(
                came.afterMs(),
                () -> {
                    if (asked == life) {
                        promises.answered(sent, came.exchange().outcome());
                        answer.accept(came.exchange());
                    }
                });
    }

    private void die() {
        life++;
        store.nodeDied();
        endpoints.nodeDied();
        promises.nodeDied();
        dispatcher = startNode();
    }

    /** Trouble for ten minutes, then calm until everything has arrived. */
    void run() {
        planPublishing();
        new SimulatedCommands(this, TROUBLE_MS).plan();
        new SimulatedFaults(this, TROUBLE_MS).plan(this::die);
        runUntil(calmMs);
        store.failedReads = 0;
        store.failedWrites = 0;
        for (EndpointId id : endpoints.ids()) {
            endpoints.change(id, endpoint -> endpoint.paused(false).in(EndpointState.VALID));
        }
        runUntil(calmMs + NEWS_MS);
        while (!promises.allArrived() && time.nowMs() < calmMs + PATIENCE_MS) {
            runUntil(time.nowMs() + NEWS_MS);
        }
        runUntil(time.nowMs() + NEWS_MS);
        promises.checkAllArrived(dispatcher);
        promises.checkNoneIsFull(full);
    }

    private void runUntil(long ms) {
        time.at(ms, () -> {});
        while (time.step(ms)) {
            promises.check(dispatcher);
        }
    }

    private void planPublishing() {
        for (int burst = 0; burst < 120; burst++) {
            time.after(random.nextLong(TROUBLE_MS), () -> publish(random.nextInt(1, 30)));
        }
    }

    private void publish(int events) {
        EndpointId to = new EndpointId(1 + random.nextInt(ENDPOINTS));
        if (!endpoints.known(to).state().takesDeliveries() || full.contains(to)) {
            return;
        }
        List<PendingDelivery> made = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            made.add(delivery(to));
        }
        store.make(made);
    }

    private PendingDelivery delivery(EndpointId to) {
        EventId id = new EventId(sequence.next(3, time.nowMs()));
        Ordering ordering = endpoints.known(to).ordering();
        boolean later = ordering != Ordering.FIFO && random.nextInt(20) == 0;
        long dueMs = time.nowMs() + (later ? random.nextInt(120_000) : 0);
        PendingDelivery unsorted =
                new PendingDelivery(
                        new DeliveryId(id.seq() + 1), to, id, event(id), dueMs, 0, 0, 0, 0, 0);
        return StoredRows.sorted(unsorted, ordering);
    }

    private Event event(EventId id) {
        return new Event(
                id,
                new OrganisationId(0),
                new EventType("user.updated"),
                new EntityId.Numeric(Integer.toString(1 + random.nextInt(5))),
                null,
                List.of(),
                new Payload(new byte[random.nextInt(10, 60)]),
                time.nowMs());
    }

    /** What the node does about what its dispatcher notices. */
    private final class WorldEvents implements LaneEvents {
        @Override
        public void gone(EndpointId endpoint) {
            throw new AssertionError("nobody answers 410 here");
        }

        @Override
        public void orphaned(PendingDelivery delivery) {
            store.settle(
                    new Settlement(
                            delivery.id(),
                            delivery.endpoint(),
                            delivery.attempts(),
                            delivery.round(),
                            new Verdict.Cancelled(time.nowMs(), "deactivated"),
                            null));
        }

        @Override
        public void pending(EndpointId endpoint, long deliveries) {
            full.pending(endpoint, deliveries);
        }

        @Override
        public void misplaced(EndpointId endpoint) {
            endpoints.sortAgain(endpoint);
        }
    }
}
