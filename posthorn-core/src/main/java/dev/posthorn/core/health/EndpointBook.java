package dev.posthorn.core.health;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.Tally;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the watch knows of one endpoint. For one thread. */
final class EndpointBook {
    private final HealthRules rules;
    private final Consumer<Occurrence> occurrences;
    private EndpointHealth health;
    private @Nullable EndpointState state;
    private @Nullable Tally tally;
    private boolean dirty;

    EndpointBook(HealthRules rules, EndpointHealth health, Consumer<Occurrence> occurrences) {
        this.rules = rules;
        this.health = health;
        this.occurrences = occurrences;
    }

    EndpointHealth health() {
        return health;
    }

    /** Whether it has to be stored again; asking takes the mark away. */
    boolean takeDirty() {
        boolean was = dirty;
        dirty = false;
        return was;
    }

    /** What was counted since this was asked for last; null for nothing. */
    @Nullable Tally takeTally() {
        Tally taken = tally;
        tally = null;
        return taken;
    }

    void missed(long events, long nowMs) {
        counted().add(Count.MISSED, events);
        remember(health.with(health.missed().more(events, nowMs)));
    }

    void missedWasSent() {
        remember(health.with(Missed.NONE));
    }

    /** The endpoint as it was before this program knew of any change. */
    void found(EndpointState as) {
        state = as;
    }

    /** An endpoint that was erased leaves nothing behind. */
    void forgetUnlessFound() {
        if (state == null) {
            remember(EndpointHealth.good(health.endpoint()));
        }
    }

    /** What is valid again begins anew: old failures are no longer held against it. */
    void changed(EndpointState to, long nowMs) {
        if (to == state) {
            return;
        }
        state = to;
        switch (to) {
            case VALID -> {
                tell(OperationalType.VALID, nowMs, null);
                if (health.streak() != null) {
                    remember(health.with((FailureStreak) null));
                }
            }
            case INVALID -> tell(OperationalType.INVALID, nowMs, null);
            case DEACTIVATED -> tell(OperationalType.DEACTIVATED, nowMs, null);
            case NEW -> {}
        }
    }

    /** Whether the endpoint is to be given up now. */
    boolean settled(Settlement settlement, long nowMs) {
        counted().add(settlement);
        AttemptRecord attempt = settlement.attempt();
        Event event = settlement.event();
        if (attempt == null || event == null || OperationalType.isReserved(event.type())) {
            return false;
        }
        return switch (settlement.verdict()) {
            case Verdict.Delivered _ -> arrived(settlement, event, attempt, nowMs);
            case Verdict.Retry _ -> failed(settlement, event, attempt, false, nowMs);
            case Verdict.Failed _ -> failed(settlement, event, attempt, true, nowMs);
            case Verdict.Cancelled _ -> false;
        };
    }

    private boolean arrived(Settlement settlement, Event event, AttemptRecord attempt, long nowMs) {
        FailureStreak ended = health.streak();
        if (attempt.number() > 1 || (ended != null && ended.deliveries() > 0)) {
            tell(
                    OperationalType.DELIVERY_RECOVERED,
                    nowMs,
                    DeliveryFacts.of(settlement, event, attempt));
        }
        if (ended != null) {
            remember(health.with((FailureStreak) null));
        }
        return false;
    }

    private boolean failed(
            Settlement settlement,
            Event event,
            AttemptRecord attempt,
            boolean forGood,
            long nowMs) {
        FailureStreak before = health.streak();
        FailureStreak begun = before == null ? FailureStreak.begunAt(nowMs) : before;
        FailureStreak streak = begun.failed(nowMs, forGood);
        boolean failing = !streak.told() && rules.isFailing(streak);
        note(failing ? streak.asTold() : streak, before == null || forGood || failing);
        if (failing) {
            tell(OperationalType.FAILING, nowMs, null);
        }
        if (forGood) {
            tell(
                    OperationalType.DELIVERY_FAILED,
                    nowMs,
                    DeliveryFacts.of(settlement, event, attempt));
        }
        return state == EndpointState.VALID && rules.isGivenUp(streak);
    }

    private void tell(OperationalType type, long nowMs, @Nullable DeliveryFacts delivery) {
        occurrences.accept(
                new Occurrence(health.endpoint(), type, nowMs, health.streak(), delivery));
    }

    private Tally counted() {
        if (tally == null) {
            tally = new Tally();
        }
        return tally;
    }

    private void remember(EndpointHealth changed) {
        health = changed;
        dirty = true;
    }

    /** Stored only when it tells something new: not with each failing attempt. */
    private void note(FailureStreak streak, boolean worthStoring) {
        health = health.with(streak);
        dirty |= worthStoring;
    }
}
