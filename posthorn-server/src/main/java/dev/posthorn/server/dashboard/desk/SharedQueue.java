package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.api.queue.QueueSource;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks the engine for its lanes at most once a second, however many look: live pages must not take
 * its time. Used by many threads.
 */
public final class SharedQueue implements QueueSource {
    /** Nobody sees a queue move faster. */
    private static final long FRESH_MS = 1_000;

    private final QueueSource engine;
    private final InstantSource clock;
    private @Nullable CompletableFuture<List<LaneView>> latest;
    private long askedMs;

    public SharedQueue(QueueSource engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public synchronized CompletableFuture<List<LaneView>> lanes() {
        long nowMs = clock.millis();
        CompletableFuture<List<LaneView>> known = latest;
        boolean fresh = known != null && nowMs >= askedMs && nowMs - askedMs < FRESH_MS;
        if (known != null && fresh && !known.isCompletedExceptionally()) {
            return known.copy();
        }
        CompletableFuture<List<LaneView>> asked = engine.lanes();
        latest = asked;
        askedMs = nowMs;
        return asked.copy();
    }

    @Override
    public double acceptedPerSecond() {
        return engine.acceptedPerSecond();
    }

    @Override
    public double deliveredPerSecond() {
        return engine.deliveredPerSecond();
    }
}
