package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.retry.LaneSignals;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes committed deliveries to their lanes, lets lanes take turns, sends, and hands what came of
 * it to the journal. Not safe for threads: everything, answers of its ports included, happens on
 * one.
 *
 * <p>A slot is taken from the moment a delivery leaves its lane until its settlement is durable, so
 * what is under way or unsettled never exceeds {@link DispatchLimits#maxInFlight}.
 */
public final class Dispatcher {
    private final Predicate<EndpointId> held;
    private final RuleBook book;
    private final DispatchPorts ports;
    private final Settler settler;
    private final LongSupplier clockMs;
    private final ReadyBudget budget;
    private final Slots slots;

    private final Map<EndpointId, Lane> lanes = new HashMap<>();
    private final Map<EndpointId, Long> storedAtStart;
    private final Ranks ranks;
    private final ArrayDeque<Lane> hungry = new ArrayDeque<>();
    private final WakeQueue wakes = new WakeQueue();
    private long alarmMs = WakeQueue.NEVER;
    private boolean draining;

    /**
     * Makes a dispatcher without lanes.
     *
     * @param held whether this node holds the shard of an endpoint; others' deliveries are left to
     *     them
     * @param storedAtStart how many deliveries are pending in the store, by endpoint
     */
    public Dispatcher(
            Predicate<EndpointId> held,
            RuleBook book,
            DispatchLimits limits,
            DispatchPorts ports,
            RandomGenerator random,
            LongSupplier clockMs,
            Map<EndpointId, Long> storedAtStart) {
        this.held = held;
        this.book = book;
        this.ports = ports;
        this.settler = new Settler(random);
        this.clockMs = clockMs;
        this.budget = new ReadyBudget(limits.maxReady(), limits.maxReadyBytes());
        this.slots = new Slots(limits.maxInFlight(), limits.maxInFlightBytes());
        this.ranks = new Ranks(slots);
        this.storedAtStart = new HashMap<>(storedAtStart);
    }

    /** Opens the lanes that have something in the store. */
    public void start() {
        long nowMs = clockMs.getAsLong();
        for (EndpointId id : List.copyOf(storedAtStart.keySet())) {
            Lane lane = lane(id, nowMs);
            if (lane != null) {
                attend(lane, nowMs);
            }
        }
        dispatch(nowMs);
    }

    /** One commit: what it made goes to its lanes, what it settled frees its slots. */
    public void committed(List<PendingDelivery> made, List<Settlement> settled) {
        long nowMs = clockMs.getAsLong();
        for (Settlement settlement : settled) {
            settled(settlement, nowMs);
        }
        for (PendingDelivery delivery : made) {
            made(delivery, nowMs);
        }
        dispatch(nowMs);
    }

    /** Commands that were written down; to be told before what the same commit settled. */
    public void asked(List<? extends CommandAnswer> answers) {
        long nowMs = clockMs.getAsLong();
        for (CommandAnswer answer : answers) {
            switch (answer) {
                case CommandAnswer.Made(var delivery) -> made(delivery, nowMs);
                case CommandAnswer.Reopened(var delivery) -> again(delivery, nowMs, Line::reopened);
                case CommandAnswer.Hastened(var delivery) -> again(delivery, nowMs, Line::hastened);
                case CommandAnswer.CancelAsked asked -> cancel(asked, nowMs);
                case CommandAnswer.Left _,
                        CommandAnswer.PayloadGone _,
                        CommandAnswer.Unknown _ -> {}
            }
        }
        dispatch(nowMs);
    }

    /** An endpoint was made or changed. */
    public void changed(Endpoint endpoint) {
        Lane lane = lanes.get(endpoint.id());
        if (lane == null) {
            return;
        }
        long nowMs = clockMs.getAsLong();
        lane.follow(book.rules(endpoint), nowMs);
        attend(lane, nowMs);
        dispatch(nowMs);
    }

    /** The alarm went off. */
    public void wake() {
        long nowMs = clockMs.getAsLong();
        alarmMs = WakeQueue.NEVER;
        for (Lane lane = wakes.due(nowMs); lane != null; lane = wakes.due(nowMs)) {
            attend(lane, nowMs);
        }
        dispatch(nowMs);
    }

    /** The first pending row of each lane as the store has them: mends what was overlooked. */
    public void truth(List<LaneHead> heads) {
        long nowMs = clockMs.getAsLong();
        for (LaneHead head : heads) {
            Lane lane = lane(head.endpoint(), nowMs);
            if (lane != null) {
                lane.line().truth(head);
                attend(lane, nowMs);
            }
        }
        dispatch(nowMs);
    }

    /** Starts nothing more; what is under way ends. */
    public void drain() {
        draining = true;
    }

    /** Requests under way or unsettled. */
    public int inFlight() {
        return slots.taken();
    }

    public List<LaneView> view() {
        long nowMs = clockMs.getAsLong();
        return lanes.values().stream().map(lane -> lane.view(nowMs)).toList();
    }

    private @Nullable Lane lane(EndpointId id, long nowMs) {
        Lane lane = lanes.get(id);
        if (lane == null && held.test(id)) {
            Optional<LaneRules> rules = book.rules(id);
            if (rules.isEmpty()) {
                return null;
            }
            Long stored = storedAtStart.remove(id);
            lane = new Lane(rules.get(), budget, stored == null ? 0 : stored, nowMs);
            lanes.put(id, lane);
        }
        return lane;
    }

    private void made(PendingDelivery delivery, long nowMs) {
        again(delivery, nowMs, Line::committed);
    }

    private void again(
            PendingDelivery delivery, long nowMs, BiConsumer<Line, PendingDelivery> news) {
        if (!held.test(delivery.endpoint())) {
            return;
        }
        Lane lane = lane(delivery.endpoint(), nowMs);
        if (lane == null) {
            ports.events().orphaned(delivery);
            return;
        }
        news.accept(lane.line(), delivery);
        if (!lane.rules().places(delivery)) {
            ports.events().misplaced(lane.id());
        }
        park(lane);
        attend(lane, nowMs);
    }

    /** Rows of a lane that may not send stay in the store, or end there. */
    private void park(Lane lane) {
        if (lane.rules().cancels()) {
            lane.line().takeAll().forEach(ports.events()::orphaned);
        } else if (!lane.rules().sends()) {
            lane.line().release();
        }
    }

    private void settled(Settlement settlement, long nowMs) {
        Lane lane = lanes.get(settlement.endpoint());
        if (lane == null) {
            return;
        }
        free(lane.finish(settlement, nowMs));
        CommandAnswer.CancelAsked left = lane.leftToCancel(settlement);
        if (left != null) {
            cancel(left, nowMs);
        }
        if (settlement.verdict() instanceof Settlement.Verdict.Retry(long dueMs, long order)
                && !lane.rules().places(settlement.delivery(), dueMs, order)) {
            ports.events().misplaced(lane.id());
        }
        attend(lane, nowMs);
    }

    /** Nobody but this node has a lane of it, so that without one nothing is under way. */
    private void cancel(CommandAnswer.CancelAsked asked, long nowMs) {
        Lane lane = lane(asked.endpoint(), nowMs);
        boolean idle = lane == null ? held.test(asked.endpoint()) : lane.cancel(asked);
        if (idle) {
            ports.journal().settle(Settler.cancelled(asked, nowMs));
        }
    }

    private void take(Lane.@Nullable Started slot) {
        if (slot != null) {
            slots.take(slot.proven(), slot.payloadBytes());
        }
    }

    private void free(Lane.@Nullable Started slot) {
        if (slot != null) {
            slots.giveBack(slot.proven(), slot.payloadBytes());
        }
    }

    /** Looks at what a lane needs now: rows, a turn, a timer. */
    private void attend(Lane lane, long nowMs) {
        ports.events().pending(lane.id(), lane.line().pending());
        if (!draining && (lane.rules().sends() || lane.rules().cancels())) {
            refill(lane, nowMs);
            queue(lane, nowMs);
        }
        wakes.set(lane, lane.nextMs(nowMs));
    }

    private void refill(Lane lane, long nowMs) {
        Line line = lane.line();
        if (line.wantsRefill(nowMs)) {
            ports.backlog().refill(line.startReading(nowMs), page -> refilled(lane, line, page));
        } else if (!budget.mayAsk() && !lane.hungry()) {
            lane.hungry(true);
            hungry.add(lane);
        }
    }

    private void refilled(Lane lane, Line line, RefillPage page) {
        long nowMs = clockMs.getAsLong();
        line.answered();
        if (lane.line() == line) {
            line.absorb(page, nowMs);
            park(lane);
            attend(lane, nowMs);
        }
        dispatch(nowMs);
    }

    private void queue(Lane lane, long nowMs) {
        if (!lane.queued() && lane.mayStart(nowMs)) {
            ranks.add(lane);
        }
    }

    /** A lane that waited among the doubtful must not wait for those that hang, and vice versa. */
    private void requeue(Lane lane, boolean wasProven, long nowMs) {
        if (lane.queued()) {
            ranks.remove(lane, wasProven);
            queue(lane, nowMs);
        }
    }

    private void dispatch(long nowMs) {
        while (!draining) {
            Lane lane = ranks.next();
            if (lane == null) {
                break;
            }
            if (lane.mayStart(nowMs)) {
                start(lane, nowMs);
            }
            attend(lane, nowMs);
        }
        feedHungry(nowMs);
        setAlarm();
    }

    private void feedHungry(long nowMs) {
        while (budget.mayAsk() && !hungry.isEmpty()) {
            Lane lane = hungry.remove();
            lane.hungry(false);
            attend(lane, nowMs);
        }
    }

    private void setAlarm() {
        long next = wakes.nextMs();
        if (next < alarmMs) {
            alarmMs = next;
            ports.alarm().set(next);
        }
    }

    private void start(Lane lane, long nowMs) {
        PendingDelivery delivery = lane.start();
        take(lane.slot(delivery));
        Event event = delivery.event();
        if (event == null) {
            ports.backlog().event(delivery.eventId(), found -> loaded(lane, delivery, found));
        } else {
            send(lane, delivery, event, nowMs);
        }
    }

    /** The world went on while it was loaded: the lane may be paused by now. */
    private void loaded(Lane lane, PendingDelivery delivery, EventLookup lookup) {
        long nowMs = clockMs.getAsLong();
        CommandAnswer.CancelAsked cancel = lane.cancelAsked(delivery);
        if (cancel != null) {
            ports.journal().settle(Settler.cancelled(cancel, nowMs));
            return;
        }
        switch (lookup) {
            case EventLookup.Found(Event event) when lane.rules().sends() && !draining -> {
                weigh(lane, delivery, event);
                send(lane, delivery, event, nowMs);
            }
            case EventLookup.Gone _ -> ports.journal().settle(settler.payloadGone(delivery, nowMs));
            case EventLookup.Found _, EventLookup.Unreadable _ -> giveBack(lane, delivery, nowMs);
        }
        dispatch(nowMs);
    }

    /** Its payload is known now, and seldom as big as it might have been. */
    private void weigh(Lane lane, PendingDelivery delivery, Event event) {
        free(lane.slot(delivery));
        lane.weigh(delivery, event.data().length());
        take(lane.slot(delivery));
    }

    private void giveBack(Lane lane, PendingDelivery delivery, long nowMs) {
        free(lane.giveBack(delivery, nowMs));
        attend(lane, nowMs);
    }

    private void send(Lane lane, PendingDelivery delivery, Event event, long nowMs) {
        LaneRules rules = lane.rules();
        OutgoingRequest request =
                rules.renderer().render(event, new AttemptContext(delivery.nextNumber(), nowMs));
        Sent sent = new Sent(delivery, event, request, rules, nowMs);
        ports.sender().send(request, rules.timeout(), exchange -> answered(lane, sent, exchange));
    }

    private void answered(Lane lane, Sent sent, Exchange exchange) {
        long nowMs = clockMs.getAsLong();
        boolean wasProven = lane.proven();
        lane.learn(exchange.outcome(), sent.startedMs(), nowMs);
        if (lane.proven() != wasProven) {
            requeue(lane, wasProven, nowMs);
        }
        if (LaneSignals.gone(exchange.outcome())) {
            ports.events().gone(lane.id());
        }
        boolean cancelAsked = lane.cancelAsked(sent.delivery()) != null;
        ports.journal()
                .settle(
                        settler.settle(
                                sent, exchange, lane.rules().ordering(), cancelAsked, nowMs));
    }
}
