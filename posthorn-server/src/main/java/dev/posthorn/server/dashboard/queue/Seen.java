package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.dashboard.shown.EndpointNames;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;

/** A lane that somebody may see, and whose it is. */
record Seen(Endpoint endpoint, LaneView lane) {
    /** Those with something to do. */
    static List<Seen> all(Visit visit) {
        List<Seen> all = new ArrayList<>();
        visit.desk()
                .lanes()
                .forEach((id, lane) -> {
                    if (lane.pending() > 0 || lane.inFlight() > 0) {
                        EndpointNames.find(id, visit)
                                .ifPresent(found -> all.add(new Seen(found, lane)));
                    }
                });
        return all;
    }

    long pending() {
        return lane.pending();
    }

    long seq() {
        return endpoint.id().seq();
    }
}
