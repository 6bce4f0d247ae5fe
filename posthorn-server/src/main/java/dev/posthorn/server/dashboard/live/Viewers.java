package dev.posthorn.server.dashboard.live;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.http.ResponseStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All open pages. While there are any, the engine is looked at once a second for all of them
 * together, and those whose part changed are told; the more there are, the less often each of them,
 * so that all of them together cost no more. Used by many threads.
 */
public final class Viewers {
    /** Each costs a connection and the rendering of its part every few seconds. */
    static final int MOST = 200;

    /** Between two parts that are asked for, whoever asks: some 20 ms of a core each at worst. */
    private static final long PART_EVERY_MS = 1_000;

    /** Nobody reads faster. */
    private static final long LEAST_PACE_MS = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

    private final QueueSource engine;
    private final Directory directory;
    private final StatisticsReader statistics;
    private final InstantSource clock;
    private final Executor soon;
    private final Set<Viewer> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    public Viewers(
            QueueSource engine,
            Directory directory,
            StatisticsReader statistics,
            InstantSource clock) {
        this(engine, directory, statistics, clock, SOON);
    }

    /** {@code soon}: runs what it is given a second later, on a thread that may block. */
    Viewers(
            QueueSource engine,
            Directory directory,
            StatisticsReader statistics,
            InstantSource clock,
            Executor soon) {
        this.engine = engine;
        this.directory = directory;
        this.statistics = statistics;
        this.clock = clock;
        this.soon = soon;
    }

    boolean isFull() {
        return open.size() >= MOST;
    }

    Viewer add(Watch watch, ResponseStream out) {
        Viewer viewer = new Viewer(watch, out, clock.millis());
        open.add(viewer);
        if (looking.compareAndSet(false, true)) {
            soon.execute(this::look);
        }
        return viewer;
    }

    void remove(Viewer viewer) {
        open.remove(viewer);
    }

    /** Again in a second, while anybody is there; a look that fails is not the last. */
    private void look() {
        try {
            step();
        } finally {
            looking.set(false);
            if (!open.isEmpty() && looking.compareAndSet(false, true)) {
                soon.execute(this::look);
            }
        }
    }

    void step() {
        long nowMs = clock.millis();
        open.removeIf(viewer -> viewer.isOver(nowMs));
        if (!open.isEmpty()) {
            var lanes = Await.result(engine.lanes(), PATIENCE).orElse(List.of());
            Glance glance = new Glance(lanes, directory, statistics, nowMs);
            long paceMs = Math.max(LEAST_PACE_MS, open.size() * PART_EVERY_MS);
            open.forEach(viewer -> viewer.tell(glance.mark(viewer.watch()), nowMs, paceMs));
        }
    }
}
