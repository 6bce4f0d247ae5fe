package dev.posthorn.server.health;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.statistics.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down once a minute how long the queue is, for the chart of it. */
public final class QueueDepths {
    public static final long EVERY_MS = 60_000;

    /** Of organisations whose queue is not empty, those with most: a minute writes few rows. */
    static final int MOST_ORGANISATIONS = 500;

    private final Directory directory;
    private final StatisticsStore store;

    public QueueDepths(Directory directory, StatisticsStore store) {
        this.directory = directory;
        this.store = store;
    }

    /** Blocks until it is durable; writes nothing while nothing waits. */
    public void add(List<LaneView> lanes, long nowMs) {
        Map<StatisticsSubject, Long> waiting = new HashMap<>();
        for (LaneView lane : lanes) {
            if (lane.pending() > 0) {
                waiting.merge(StatisticsSubject.ALL, lane.pending(), Long::sum);
                directory
                        .endpoint(lane.endpoint())
                        .map(endpoint -> StatisticsSubject.of(endpoint.organisation()))
                        .ifPresent(owner -> waiting.merge(owner, lane.pending(), Long::sum));
            }
        }
        if (!waiting.isEmpty()) {
            store.add(tallies(waiting, Resolution.MINUTE.slotOf(nowMs)), nowMs);
        }
    }

    /** All there are has the most of all, so it is always among them. */
    private static List<MinuteTally> tallies(Map<StatisticsSubject, Long> waiting, long minute) {
        List<MinuteTally> tallies = new ArrayList<>();
        waiting.entrySet().stream()
                .sorted(Map.Entry.<StatisticsSubject, Long>comparingByValue().reversed())
                .limit(MOST_ORGANISATIONS + 1L)
                .forEach(one -> tallies.add(new MinuteTally(one.getKey(), minute, tally(one))));
        return tallies;
    }

    private static Tally tally(Map.Entry<StatisticsSubject, Long> waiting) {
        Tally tally = new Tally();
        tally.add(Count.WAITING, waiting.getValue());
        return tally;
    }
}
