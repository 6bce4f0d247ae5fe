package dev.posthorn.core.lane;

import dev.posthorn.core.organisation.OrganisationId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lanes that could send, taking turns: by organisation first, then by lane. */
final class Turns {
    private final ArrayDeque<ArrayDeque<Lane>> organisations = new ArrayDeque<>();
    private final Map<OrganisationId, ArrayDeque<Lane>> lanesOf = new HashMap<>();

    boolean isEmpty() {
        return organisations.isEmpty();
    }

    void add(Lane lane) {
        ArrayDeque<Lane> lanes = lanesOf.get(lane.organisation());
        if (lanes == null) {
            lanes = new ArrayDeque<>();
            lanesOf.put(lane.organisation(), lanes);
        }
        if (lanes.isEmpty()) {
            organisations.add(lanes);
        }
        lanes.add(lane);
    }

    /** Takes a lane out before its turn. Walks all lanes of its organisation. */
    void remove(Lane lane) {
        ArrayDeque<Lane> lanes = lanesOf.get(lane.organisation());
        if (lanes != null && lanes.remove(lane) && lanes.isEmpty()) {
            organisations.remove(lanes);
        }
    }

    @Nullable Lane next() {
        ArrayDeque<Lane> lanes = organisations.poll();
        if (lanes == null) {
            return null;
        }
        Lane lane = lanes.remove();
        if (!lanes.isEmpty()) {
            organisations.add(lanes);
        }
        return lane;
    }
}
