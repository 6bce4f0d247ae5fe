package dev.posthorn.server.api.queue;

import dev.posthorn.core.lane.LaneView;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The engine, as far as the queue shows it. */
public interface QueueSource {
    /** The lanes as they are at some moment after the call. */
    CompletableFuture<List<LaneView>> lanes();

    /** Of all organisations, lately. */
    double acceptedPerSecond();

    /** Of all organisations, lately. */
    double deliveredPerSecond();
}
