package dev.posthorn.server;

import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.engine.Engine;
import dev.posthorn.server.engine.RateMeter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Shows the engine to the API. */
record EngineQueue(Engine engine, RateMeter accepted) implements QueueSource {
    @Override
    public CompletableFuture<List<LaneView>> lanes() {
        return engine.lanes();
    }

    @Override
    public double acceptedPerSecond() {
        return accepted.perSecond();
    }

    @Override
    public double deliveredPerSecond() {
        return engine.deliveredPerSecond();
    }
}
