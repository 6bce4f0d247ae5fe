package dev.posthorn.server.dashboard.live;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.statistics.StatisticsReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at the engine, for everybody who watches something: a number for each watch that differs
 * when what it shows differs. One thread.
 */
final class Glance {
    private final StatisticsReader statistics;
    private final long nowMs;
    private final Map<OrganisationId, Integer> owners = new HashMap<>();
    private final Map<EndpointId, Integer> endpoints = new HashMap<>();
    private final Map<Watch, Long> marks = new HashMap<>();
    private int all;

    Glance(List<LaneView> lanes, Directory directory, StatisticsReader statistics, long nowMs) {
        this.statistics = statistics;
        this.nowMs = nowMs;
        for (LaneView lane : lanes) {
            int mark = lane.hashCode();
            all += mark;
            endpoints.put(lane.endpoint(), mark);
            Optional<OrganisationId> owner =
                    directory.endpoint(lane.endpoint()).map(Endpoint::organisation);
            owner.ifPresent(one -> owners.merge(one, mark, Integer::sum));
        }
    }

    /** Asks what was counted once for each watch, however many watch it. */
    long mark(Watch watch) {
        return marks.computeIfAbsent(watch, this::look);
    }

    private long look(Watch watch) {
        long counted = statistics.lately(watch.subject(), nowMs).hashCode();
        return counted << Integer.SIZE | Integer.toUnsignedLong(lanes(watch));
    }

    private int lanes(Watch watch) {
        if (watch.endpoint() != null) {
            return endpoints.getOrDefault(watch.endpoint(), 0);
        }
        return watch.organisation() == null ? all : owners.getOrDefault(watch.organisation(), 0);
    }
}
