package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.retry.LaneSignals;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The in-memory line of one endpoint: its order, rate, concurrency and how the endpoint fares. */
final class Lane {
    private final ReadyBudget budget;
    private final Map<Long, Started> started = new HashMap<>();

    /** Asked for while an attempt was under way. */
    private final Map<Long, CommandAnswer.CancelAsked> cancels = new HashMap<>();

    private LaneRules rules;
    private Line line;
    private Window window;
    private TokenBucket rate;
    private final Health health = new Health();
    private @Nullable String lastError;

    private boolean queued;
    private boolean hungry;
    private long wakeMs = WakeQueue.NEVER;

    Lane(LaneRules rules, ReadyBudget budget, long pending, long nowMs) {
        this.rules = rules;
        this.budget = budget;
        this.line = newLine(pending);
        this.window = new Window(rules.maxInFlight());
        this.rate = new TokenBucket(rules.endpoint().ratePerSecond(), nowMs);
    }

    EndpointId id() {
        return rules.endpoint().id();
    }

    OrganisationId organisation() {
        return rules.endpoint().organisation();
    }

    LaneRules rules() {
        return rules;
    }

    Line line() {
        return line;
    }

    boolean proven() {
        return health.proven();
    }

    /** Takes over changed settings. What is in flight ends under those it left with. */
    void follow(LaneRules changed, long nowMs) {
        LaneRules before = rules;
        rules = changed;
        if (before.ordering() != changed.ordering()) {
            line.release();
            Line earlier = line;
            line = newLine(earlier.pending());
            line.follow(earlier);
        } else if (!changed.sends()) {
            line.release();
        } else {
            line.lookAgain();
        }
        if (changed.cancels() && !before.cancels()) {
            line.cancelled();
        }
        if (before.maxInFlight() != changed.maxInFlight()) {
            window = new Window(changed.maxInFlight());
        }
        Double perSecond = changed.endpoint().ratePerSecond();
        if (!Objects.equals(before.endpoint().ratePerSecond(), perSecond)) {
            rate = new TokenBucket(perSecond, nowMs);
        }
    }

    private Line newLine(long pending) {
        Line fresh = Line.of(rules.ordering(), id(), budget, pending);
        fresh.modest(!health.proven());
        return fresh;
    }

    boolean mayStart(long nowMs) {
        return rules.sends() && hasWindow() && startMs(nowMs) <= nowMs;
    }

    /** When the next ready row could leave, as far as time decides it. */
    private long startMs(long nowMs) {
        long readyMs = line.readyMs();
        if (readyMs == Line.NOTHING) {
            return Line.NOTHING;
        }
        return Math.max(readyMs, Math.max(rate.readyMs(nowMs), health.resumeMs()));
    }

    /** The next moment at which time alone changes what this lane can do. */
    long nextMs(long nowMs) {
        if (!rules.sends() && !rules.cancels()) {
            return WakeQueue.NEVER;
        }
        long start = rules.sends() && hasWindow() ? startMs(nowMs) : WakeQueue.NEVER;
        return Math.min(later(start, nowMs), later(line.askMs(), nowMs));
    }

    private static long later(long ms, long nowMs) {
        return ms > nowMs ? ms : WakeQueue.NEVER;
    }

    private boolean hasWindow() {
        return started.size() < windowSize();
    }

    int windowSize() {
        int size = health.down() ? 1 : window.size();
        return switch (rules.ordering()) {
            case FIFO -> 1;
            case NONE, ENTITY -> size;
        };
    }

    PendingDelivery start() {
        PendingDelivery next = line.next(health.down());
        rate.take();
        int bytes = next.event() == null ? Slots.UNKNOWN_PAYLOAD_BYTES : next.payloadBytes();
        started.put(next.id().seq(), new Started(health.proven(), bytes));
        return next;
    }

    /** What a delivery under way takes of the node's slots; null when it is not under way. */
    @Nullable Started slot(PendingDelivery delivery) {
        return started.get(delivery.id().seq());
    }

    /** The payload of a delivery under way was loaded. */
    void weigh(PendingDelivery delivery, int payloadBytes) {
        started.computeIfPresent(
                delivery.id().seq(), (_, slot) -> new Started(slot.proven(), payloadBytes));
    }

    /** Frees the slot of a delivery that was under way; null when it was not. */
    @Nullable Started finish(Settlement settlement, long nowMs) {
        line.settled(settlement, nowMs);
        if (rules.cancels() && settlement.verdict() instanceof Settlement.Verdict.Retry) {
            // The store cancelled it during the attempt: there is no retry to wait for.
            line.lookAgain();
        }
        return started.remove(settlement.delivery().seq());
    }

    /** Puts a delivery that could not even be loaded back into the store's care. */
    @Nullable Started giveBack(PendingDelivery delivery, long nowMs) {
        line.unreadable(delivery, nowMs);
        return started.remove(delivery.id().seq());
    }

    /** Whether it can be settled now; otherwise it is settled with the attempt under way. */
    boolean cancel(CommandAnswer.CancelAsked asked) {
        long id = asked.delivery().seq();
        if (started.containsKey(id)) {
            cancels.put(id, asked);
            return false;
        }
        return line.withdraw(id);
    }

    /** Whether a delivery under way is to end with its attempt. */
    CommandAnswer.@Nullable CancelAsked cancelAsked(PendingDelivery delivery) {
        CommandAnswer.CancelAsked asked = cancels.get(delivery.id().seq());
        return asked != null && asked.round() == delivery.round() ? asked : null;
    }

    /** A cancel that came too late for the attempt just settled, and is to be settled now. */
    CommandAnswer.@Nullable CancelAsked leftToCancel(Settlement settlement) {
        CommandAnswer.CancelAsked asked = cancels.remove(settlement.delivery().seq());
        if (asked == null || asked.round() < settlement.round()) {
            return null;
        }
        boolean ended = asked.round() == settlement.round() && settlement.verdict().terminal();
        return ended ? null : asked;
    }

    /** Learns from an outcome how the endpoint fares. */
    void learn(AttemptOutcome outcome, long startedMs, long nowMs) {
        boolean overloaded = LaneSignals.shrinksWindow(outcome);
        if (overloaded) {
            window.setback(startedMs, nowMs);
        }
        if (overloaded || outcome.status() == 0) {
            health.failed(startedMs, nowMs);
        } else if (health.answered()) {
            window.restart();
        }
        if (outcome instanceof AttemptOutcome.Delivered) {
            window.success(started.size(), nowMs - startedMs);
            lastError = null;
        } else {
            String code = outcome.errorCode();
            lastError = code == null ? Integer.toString(outcome.status()) : code;
        }
        Optional<Duration> pause = LaneSignals.pause(outcome);
        pause.ifPresent(wait -> health.pauseUntil(nowMs + wait.toMillis()));
        line.modest(!health.proven() || pause.isPresent());
    }

    LaneView view(long nowMs) {
        long next = Math.min(line.storedDueMs(), line.readyMs());
        return new LaneView(
                id(),
                line.pending(),
                started.size(),
                windowSize(),
                line.pending() == 0 || next == Line.NOTHING ? null : Math.max(next, nowMs),
                lastError);
    }

    boolean queued() {
        return queued;
    }

    void queued(boolean now) {
        queued = now;
    }

    boolean hungry() {
        return hungry;
    }

    void hungry(boolean now) {
        hungry = now;
    }

    long wakeMs() {
        return wakeMs;
    }

    void wakeAt(long atMs) {
        wakeMs = atMs;
    }

    /** What a delivery under way took of the node's slots. */
    record Started(boolean proven, int payloadBytes) {}
}
