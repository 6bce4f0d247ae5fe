package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.routing.FullEndpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The real dispatcher with endpoints whose receivers do what a test says. Commits and reads take a
 * millisecond each; time passes only in {@link #run}.
 */
final class Stage {
    static final DispatchLimits LIMITS =
            new DispatchLimits(1_000, 64, 50_000, 64 << 20, 64 << 20, Receiver.DEADLINE);

    /** Pending deliveries that fill an endpoint. */
    static final int FULL = 100;

    /**
     * A request that left.
     *
     * @param event counts from 1 in the order published
     * @param attempt counts from 1
     * @param atMs since the beginning
     */
    record Call(long endpoint, int event, int attempt, long atMs) {}

    final SimulatedTime time = new SimulatedTime();
    final long beginMs = time.nowMs();
    final StageStore store = new StageStore(time, this::heard);
    final List<Call> calls = new ArrayList<>();
    final List<EndpointId> gone = new ArrayList<>();
    final List<PendingDelivery> orphaned = new ArrayList<>();
    final List<EndpointId> misplaced = new ArrayList<>();
    final List<EndpointId> filled = new ArrayList<>();
    FullEndpoints full = new FullEndpoints(FULL, filled::add);

    /** Endpoints whose shard another node holds. */
    final Set<Long> elsewhere = new HashSet<>();

    Dispatcher dispatcher;
    private final DispatchLimits limits;
    private final Map<EndpointId, Endpoint> endpoints = new HashMap<>();
    private final Map<EndpointId, Receiver> receivers = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Sequence sequence = new Sequence(0);
    private int payloadBytes = 10;

    Stage() {
        this(LIMITS);
    }

    Stage(DispatchLimits limits) {
        this.limits = limits;
        this.dispatcher = newDispatcher();
    }

    private Dispatcher newDispatcher() {
        RuleBook book =
                new RuleBook(
                        id -> Optional.ofNullable(endpoints.get(id)),
                        _ -> new EchoProfile(),
                        EchoProfile.IDENTITY,
                        limits);
        DispatchPorts ports =
                new DispatchPorts(store, this::send, store, this::alarm, new StageEvents(this));
        return new Dispatcher(
                id -> !elsewhere.contains(id.seq()),
                book,
                limits,
                ports,
                new Random(1),
                time::nowMs,
                store.rows.pendingCounts());
    }

    /** The node starts over with what the store has. */
    void restart() {
        restart(List.of());
    }

    /** {@code cancels}: asked for in its earlier life. */
    void restart(List<? extends CommandAnswer> cancels) {
        full = new FullEndpoints(FULL, filled::add);
        dispatcher = newDispatcher();
        dispatcher.asked(List.copyOf(cancels));
        dispatcher.start();
    }

    /** Makes or changes an endpoint. */
    void has(SampleEndpoint sample) {
        Endpoint endpoint = sample.build();
        endpoints.put(endpoint.id(), endpoint);
        dispatcher.changed(endpoint);
    }

    /** An endpoint with its receiver. */
    void has(SampleEndpoint sample, Receiver receiver) {
        receivers.put(sample.build().id(), receiver);
        has(sample);
    }

    void payloadBytes(int each) {
        payloadBytes = each;
    }

    /** Events that are due at once, committed together. */
    void publish(long endpoint, int count) {
        commit(IntStream.range(0, count).mapToObj(_ -> make(endpoint, time.nowMs(), 0)).toList());
    }

    void publishAt(long endpoint, long afterMs) {
        commit(List.of(make(endpoint, time.nowMs() + afterMs, 0)));
    }

    void publishAbout(long endpoint, long entityKey) {
        commit(List.of(make(endpoint, time.nowMs(), entityKey)));
    }

    /** Events committed before the node started. */
    void stored(long endpoint, int count) {
        for (int i = 0; i < count; i++) {
            store.rows.make(make(endpoint, time.nowMs(), 0));
        }
    }

    private void commit(List<PendingDelivery> made) {
        made.forEach(store.rows::make);
        dispatcher.committed(made, List.of());
    }

    private PendingDelivery make(long endpoint, long dueMs, long entityKey) {
        EventId event = new EventId(sequence.next(3, time.nowMs()));
        numbers.put(event.seq(), numbers.size() + 1);
        EndpointId to = new EndpointId(endpoint);
        boolean ordered =
                endpoints.containsKey(to)
                        && endpoints.get(to).settings().ordering() != Ordering.NONE;
        return new PendingDelivery(
                new DeliveryId(event.seq() + 1),
                to,
                event,
                Rows.event(event, payloadBytes),
                dueMs,
                ordered ? event.seq() + 1 : dueMs,
                0,
                0,
                0,
                entityKey);
    }

    /** Lets so much time pass. */
    void run(Duration time) {
        runUntil(this.time.nowMs() - beginMs + time.toMillis());
    }

    private void runUntil(long atMs) {
        boolean[] over = {false};
        time.at(beginMs + atMs, () -> over[0] = true);
        while (!over[0] && time.step(beginMs + atMs)) {}
    }

    /** Events in the order their calls left, every attempt of them. */
    List<Integer> sentTo(long endpoint) {
        return callsTo(endpoint).stream().map(Call::event).toList();
    }

    List<Call> callsTo(long endpoint) {
        return calls.stream().filter(call -> call.endpoint() == endpoint).toList();
    }

    LaneView lane(long endpoint) {
        return dispatcher.view().stream()
                .filter(lane -> lane.endpoint().seq() == endpoint)
                .findFirst()
                .orElseThrow();
    }

    /** The row of the nth event published. */
    StoredRows.Row row(int event) {
        long seq =
                numbers.entrySet().stream()
                        .filter(entry -> entry.getValue() == event)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        return store.rows.row(seq + 1);
    }

    /** As the server does with what has no endpoint any more. */
    void cancel(PendingDelivery delivery) {
        store.settle(
                new Settlement(
                        delivery.id(),
                        delivery.endpoint(),
                        delivery.attempts(),
                        delivery.round(),
                        cancelled(time.nowMs() - beginMs),
                        null));
    }

    /** A command about the nth event's delivery, committed. */
    CommandAnswer ask(int event, Function<DeliveryId, DeliveryCommand> command) {
        CommandAnswer answer =
                store.rows.carryOut(command.apply(row(event).now().id()), time.nowMs());
        dispatcher.asked(List.of(answer));
        return answer;
    }

    void resend(int event) {
        Ordering ordering = endpoints.get(row(event).now().endpoint()).settings().ordering();
        ask(
                event,
                id ->
                        new DeliveryCommand.Resend(
                                id, Trigger.RESEND, ordering, EnumSet.allOf(DeliveryState.class)));
    }

    Verdict cancelled(long atMs) {
        return new Verdict.Cancelled(beginMs + atMs, "endpoint-deactivated");
    }

    private void heard(Settlement settled) {
        dispatcher.committed(List.of(), List.of(settled));
    }

    private void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        EchoProfile.Sent sent = EchoProfile.sent(request);
        Call call =
                new Call(
                        sent.endpoint().seq(),
                        numbers.get(sent.eventSeq()),
                        sent.number(),
                        time.nowMs() - beginMs);
        calls.add(call);
        Receiver receiver = receivers.getOrDefault(sent.endpoint(), _ -> Receiver.says(200));
        Receiver.Reply reply = receiver.answer(call);
        time.after(reply.afterMs(), () -> answer.accept(reply.exchange()));
    }

    private void alarm(long atMs) {
        time.at(atMs, () -> dispatcher.wake());
    }
}
