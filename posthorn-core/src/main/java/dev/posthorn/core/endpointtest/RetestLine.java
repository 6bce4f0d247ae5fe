package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who is to be tested without being asked, and when: invalid endpoints by their schedule, and those
 * whose test came to nothing. Remembers one moment per such endpoint and is asked only when the
 * first of them has come, so any number of other endpoints costs nothing. One thread.
 */
public final class RetestLine {
    private final TreeSet<Due> line =
            new TreeSet<>(
                    Comparator.comparingLong(Due::atMs)
                            .thenComparingLong(due -> due.endpoint().seq()));

    private final Map<EndpointId, Due> dues = new HashMap<>();

    /** Hears of every endpoint at the start and after every change. */
    public void changed(Endpoint endpoint, long nowMs) {
        if (endpoint.isTestedAgain()) {
            next(endpoint, nowMs)
                    .ifPresentOrElse(atMs -> put(endpoint.id(), atMs), () -> remove(endpoint.id()));
        } else if (endpoint.state() != EndpointState.NEW) {
            remove(endpoint.id());
        }
    }

    /** The schedule begins when it became invalid; what was missed while nobody ran is skipped. */
    private static OptionalLong next(Endpoint endpoint, long nowMs) {
        return RetestSchedule.next(endpoint.stateSinceMs(), nowMs);
    }

    /** Tests this one then, if it is new or invalid still. */
    public void again(EndpointId endpoint, long atMs) {
        put(endpoint, atMs);
    }

    /** When there is something to do; empty for not before something changes. */
    public OptionalLong nextMs() {
        return line.isEmpty() ? OptionalLong.empty() : OptionalLong.of(line.first().atMs());
    }

    /**
     * Those to test now, longest due first, each already in line for the time after it.
     *
     * @param current endpoints as configured now; empty for one that was erased
     */
    public List<EndpointId> due(
            long nowMs, int most, Function<EndpointId, Optional<Endpoint>> current) {
        List<EndpointId> found = new ArrayList<>();
        while (found.size() < most && !line.isEmpty() && line.first().atMs() <= nowMs) {
            EndpointId id = line.first().endpoint();
            remove(id);
            current.apply(id)
                    .filter(RetestLine::isWaiting)
                    .ifPresent(endpoint -> {
                        changed(endpoint, nowMs);
                        found.add(id);
                    });
        }
        return found;
    }

    private static boolean isWaiting(Endpoint endpoint) {
        return endpoint.state() == EndpointState.NEW || endpoint.isTestedAgain();
    }

    private void put(EndpointId endpoint, long atMs) {
        remove(endpoint);
        Due due = new Due(atMs, endpoint);
        dues.put(endpoint, due);
        line.add(due);
    }

    private void remove(EndpointId endpoint) {
        Due before = dues.remove(endpoint);
        if (before != null) {
            line.remove(before);
        }
    }

    private record Due(long atMs, EndpointId endpoint) {}
}
