package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The real dispatcher and lanes on one thread, from a seed: simulated time, store and receivers;
 * the node dies between any two steps and starts again; endpoints are paused and resumed.
 */
final class SimulatedWorld {
    private static final long TROUBLE_MS = 600_000;
    private static final int ENDPOINTS = 6;
    private static final List<Ordering> ORDERINGS = List.of(Ordering.values());
    private static final DispatchLimits LIMITS =
            new DispatchLimits(40, 16, 60, 2_000, 12 << 20, Duration.ofSeconds(15));

    final SimulatedTime time = new SimulatedTime();
    final RandomGenerator random;
    final SimulatedStore store;
    final Promises promises;
    final Map<EndpointId, Endpoint> endpoints = new HashMap<>();
    final Map<EndpointId, SimulatedReceiver> receivers = new HashMap<>();
    private final Sequence sequence = new Sequence(0);
    private final long calmMs = time.nowMs() + TROUBLE_MS;

    /** The truth scan would hide that a lane forgot something: half of all worlds have none. */
    private final boolean scans;

    private Dispatcher dispatcher;
    private int life;

    SimulatedWorld(long seed) {
        this.random = new Random(seed);
        this.store = new SimulatedStore(time, random);
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
        endpoints.put(id, endpoint(id, ordering, random.nextInt(4) == 0 ? 20.0 : null, false));
        double trouble = List.of(0.0, 0.2, 0.6, 1.0).get(random.nextInt(4));
        receivers.put(id, new SimulatedReceiver(random, trouble, calmMs));
    }

    private static Endpoint endpoint(
            EndpointId id, Ordering ordering, Double perSecond, boolean paused) {
        RetrySchedule manySoon =
                new RetrySchedule.Exponential(
                        Duration.ofSeconds(2), 2, Duration.ofMinutes(2), 1000, 0.1);
        EndpointSettings settings =
                new EndpointSettings(
                        "https://example.com",
                        null,
                        null,
                        "standard",
                        null,
                        List.of(),
                        Map.of(),
                        ProfileOptions.DEFAULTS,
                        manySoon,
                        Set.of(),
                        perSecond,
                        null,
                        ordering,
                        null,
                        paused,
                        Map.of());
        return new Endpoint(
                id,
                new OrganisationId(id.seq() % 2),
                null,
                settings,
                EndpointSecrets.of(new Secret("whsec_")),
                EndpointState.VALID,
                null,
                false,
                0,
                0,
                null,
                TestRecord.NONE,
                1);
    }

    private Dispatcher startNode() {
        int born = life;
        DispatchPorts ports =
                new DispatchPorts(
                        store, this::send, store, atMs -> alarm(born, atMs), new NoEvents());
        RuleBook book =
                new RuleBook(
                        id -> Optional.ofNullable(endpoints.get(id)),
                        _ -> new EchoProfile(),
                        EchoProfile.IDENTITY,
                        LIMITS);
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

    private void send(
            OutgoingRequest request,
            Duration deadline,
            java.util.function.Consumer<dev.posthorn.core.attempt.Exchange> answer) {
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
        promises.nodeDied();
        dispatcher = startNode();
    }

    /** Trouble for ten minutes, then calm until everything has arrived. */
    void run() {
        planPublishing();
        planFaults();
        while (time.step(calmMs)) {
            promises.check(dispatcher);
        }
        endpoints.keySet().forEach(id -> pause(id, false));
        store.failedReads = 0;
        long patienceMs = calmMs + Duration.ofHours(2).toMillis();
        while (!promises.allArrived() && time.step(patienceMs)) {
            promises.check(dispatcher);
        }
        promises.checkAllArrived();
    }

    private void planPublishing() {
        for (int burst = 0; burst < 120; burst++) {
            time.after(random.nextLong(TROUBLE_MS), () -> publish(random.nextInt(1, 30)));
        }
    }

    private void planFaults() {
        for (int i = random.nextInt(6); i > 0; i--) {
            time.after(random.nextLong(TROUBLE_MS), this::die);
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            EndpointId id = new EndpointId(1 + random.nextInt(ENDPOINTS));
            long at = random.nextLong(TROUBLE_MS);
            time.after(at, () -> pause(id, true));
            time.after(at + random.nextLong(TROUBLE_MS / 4), () -> pause(id, false));
        }
    }

    private void pause(EndpointId id, boolean paused) {
        Endpoint before = endpoints.get(id);
        Endpoint changed =
                endpoint(
                        id,
                        before.settings().ordering(),
                        before.settings().ratePerSecond(),
                        paused);
        endpoints.put(id, changed);
        dispatcher.changed(changed);
    }

    private void publish(int events) {
        EndpointId to = new EndpointId(1 + random.nextInt(ENDPOINTS));
        List<PendingDelivery> made = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            made.add(delivery(to));
        }
        store.make(made);
    }

    private PendingDelivery delivery(EndpointId to) {
        long seq = sequence.next(3, time.nowMs());
        Ordering ordering = endpoints.get(to).settings().ordering();
        boolean later = ordering != Ordering.FIFO && random.nextInt(20) == 0;
        long dueMs = time.nowMs() + (later ? random.nextInt(120_000) : 0);
        Event event =
                new Event(
                        new EventId(seq),
                        new OrganisationId(0),
                        new EventType("user.updated"),
                        EntityId.NONE,
                        null,
                        List.of(),
                        new Payload(new byte[random.nextInt(10, 60)]),
                        time.nowMs());
        return new PendingDelivery(
                new DeliveryId(seq + 1),
                to,
                event.id(),
                event,
                dueMs,
                ordering == Ordering.NONE ? dueMs : seq + 1,
                0,
                0,
                0,
                ordering == Ordering.ENTITY ? 1 + random.nextInt(5) : 0);
    }

    private static final class NoEvents implements LaneEvents {
        @Override
        public void gone(EndpointId endpoint) {
            throw new AssertionError("nobody answers 410 here");
        }

        @Override
        public void orphaned(PendingDelivery delivery) {
            throw new AssertionError("no endpoint is deactivated here");
        }
    }
}
