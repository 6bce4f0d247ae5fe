package dev.posthorn.core.health;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.statistics.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows every endpoint: counts what its attempts come back with, and notices when they do nothing
 * but fail, when they arrive again and when events are missed. Costs a look into a map per
 * settlement and memory per endpoint, whatever there is to deliver. For one thread.
 */
public final class HealthWatch {
    private final HealthRules rules;
    private final Consumer<Occurrence> occurrences;
    private final Map<EndpointId, EndpointBook> books = new HashMap<>();
    private final Map<EndpointId, EndpointBook> touched = new LinkedHashMap<>();
    private final Set<EndpointId> givenUp = new LinkedHashSet<>();

    /**
     * @param stored what was remembered at the end of the last run
     * @param endpoints as they are now
     * @param occurrences hears at once; must not block
     */
    public HealthWatch(
            HealthRules rules,
            List<EndpointHealth> stored,
            Collection<Endpoint> endpoints,
            Consumer<Occurrence> occurrences) {
        this.rules = rules;
        this.occurrences = occurrences;
        for (EndpointHealth health : stored) {
            books.put(health.endpoint(), new EndpointBook(rules, health, occurrences));
        }
        endpoints.forEach(endpoint -> book(endpoint.id()).found(endpoint.state()));
        for (EndpointHealth health : stored) {
            touch(health.endpoint()).forgetUnlessFound();
        }
    }

    public void settled(List<Settlement> settlements, long nowMs) {
        for (Settlement settlement : settlements) {
            if (touch(settlement.endpoint()).settled(settlement, nowMs)) {
                givenUp.add(settlement.endpoint());
            }
        }
    }

    /** To be told of every change, after it is durable. */
    public void changed(Endpoint endpoint, long nowMs) {
        touch(endpoint.id()).changed(endpoint.state(), nowMs);
    }

    /** {@code events} that matched the endpoint make no delivery. */
    public void missed(EndpointId endpoint, long events, long nowMs) {
        touch(endpoint).missed(events, nowMs);
    }

    /** What the endpoint missed is being sent after all: counting starts over. */
    public void missedWasSent(EndpointId endpoint) {
        touch(endpoint).missedWasSent();
    }

    public EndpointHealth health(EndpointId endpoint) {
        EndpointBook book = books.get(endpoint);
        return book == null ? EndpointHealth.good(endpoint) : book.health();
    }

    /** What is new since the last call. */
    public Observed take() {
        Map<EndpointId, Tally> counted = new LinkedHashMap<>();
        List<EndpointHealth> changed = new ArrayList<>();
        touched.forEach((id, book) -> {
            Tally tally = book.takeTally();
            if (tally != null) {
                counted.put(id, tally);
            }
            if (book.takeDirty()) {
                changed.add(book.health());
            }
        });
        touched.clear();
        List<EndpointId> toInvalidate = List.copyOf(givenUp);
        givenUp.clear();
        return new Observed(counted, changed, toInvalidate);
    }

    private EndpointBook touch(EndpointId id) {
        EndpointBook known = touched.get(id);
        if (known != null) {
            return known;
        }
        EndpointBook book = book(id);
        touched.put(id, book);
        return book;
    }

    private EndpointBook book(EndpointId id) {
        return books.computeIfAbsent(
                id, _ -> new EndpointBook(rules, EndpointHealth.good(id), occurrences));
    }

    /**
     * What the watch saw in a while.
     *
     * @param counted by endpoint; not changed any more
     * @param changed to be stored
     * @param givenUp endpoints that had nothing but failures for too long
     */
    public record Observed(
            Map<EndpointId, Tally> counted,
            List<EndpointHealth> changed,
            List<EndpointId> givenUp) {}
}
