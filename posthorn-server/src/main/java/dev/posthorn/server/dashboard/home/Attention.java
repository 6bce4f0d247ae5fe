package dev.posthorn.server.dashboard.home;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.dashboard.shown.EndpointNames;
import dev.posthorn.server.dashboard.shown.StateReason;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that needs somebody.
 *
 * @param state {@code invalid}, {@code failing}, {@code paused} or {@code new}
 * @param reason of its state, or its latest failure; empty for nothing to say
 * @param sinceMs when it came into its state
 */
public record Attention(
        String webhook, String name, String state, String reason, long waiting, long sinceMs) {
    /** The rest is on the list of webhooks. */
    private static final int MOST = 20;

    private static final List<String> ORDER = List.of("invalid", "failing", "paused", "new");

    /** The worst first, and of those the one most waits for. */
    static List<Attention> all(Map<EndpointId, LaneView> lanes, Visit visit) {
        return visit.desk().endpoints().stream()
                .map(one -> of(one, lanes.get(one.id()), visit))
                .filter(one -> !one.state().isEmpty())
                .sorted(
                        Comparator.comparingInt((Attention one) -> ORDER.indexOf(one.state()))
                                .thenComparing(
                                        Comparator.comparingLong(Attention::waiting).reversed()))
                .limit(MOST)
                .toList();
    }

    private static Attention of(Endpoint endpoint, @Nullable LaneView lane, Visit visit) {
        String error = lane == null ? null : lane.lastError();
        long waiting = lane == null ? 0 : lane.pending();
        String state = state(endpoint, error != null && waiting > 0, waiting);
        return new Attention(
                visit.desk().ids().text(endpoint.id().seq()),
                EndpointNames.of(endpoint),
                state,
                error != null && state.equals("failing")
                        ? error
                        : StateReason.of(endpoint, visit.words()),
                waiting,
                endpoint.stateSinceMs());
    }

    /** Empty when nobody is needed. */
    private static String state(Endpoint endpoint, boolean fails, long waiting) {
        if (endpoint.state() == EndpointState.INVALID) {
            return "invalid";
        }
        if (endpoint.settings().paused() && waiting > 0) {
            return "paused";
        }
        return switch (endpoint.state()) {
            case VALID -> fails ? "failing" : "";
            case NEW -> "new";
            case INVALID, DEACTIVATED -> "";
        };
    }
}
