package dev.posthorn.server;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayListener;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.replay.Replayer;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.api.replay.ReplayDesk;
import dev.posthorn.server.engine.ReplayLoop;
import dev.posthorn.server.health.HealthDesk;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Replays on a thread of their own, and who waits for their end. */
final class Replaying implements ReplayDesk, ReplayListener, AutoCloseable {
    /** A task is written a moment after the window it sends was closed. */
    private static final long UP_TO_NOW_MS = 1_000;

    private final Map<TaskId, CompletableFuture<Task>> awaited = new ConcurrentHashMap<>();
    private final HealthDesk health;
    private final Replayer replayer;
    private final ReplayLoop loop;
    private final Thread thread;

    Replaying(Storage storage, Delivering delivering, InstantSource clock) {
        health = delivering.health();
        replayer =
                new Replayer(
                        storage.store().replays(),
                        storage.log(),
                        delivering.configuration().directory(),
                        delivering.full(),
                        this);
        loop = new ReplayLoop(replayer, clock);
        thread = Thread.ofVirtual().name("posthorn-replay").start(loop);
    }

    @Override
    public Begun begin(Replay replay) {
        CompletableFuture<Task> end = new CompletableFuture<>();
        awaited.put(replay.task().id(), end);
        ReplayRefusal refusal = null;
        try {
            refusal = replayer.begin(replay);
        } finally {
            if (refusal != null) {
                awaited.remove(replay.task().id());
            }
        }
        loop.wake();
        return refusal == null ? new Begun.Started(end) : new Begun.Refused(refusal);
    }

    /** A window that does not hold all that was missed until it was asked for leaves some. */
    @Override
    public void sendsMissed(Replay replay) {
        EndpointId endpoint = replay.plan().endpoint();
        TimeRange window = replay.plan().created();
        if (endpoint != null
                && window.fromMs() <= health.missed(endpoint).sinceMs()
                && window.toMs() + UP_TO_NOW_MS >= replay.task().createdMs()) {
            health.missedWasSent(endpoint);
        }
    }

    @Override
    public void finished(Task task) {
        CompletableFuture<Task> end = awaited.remove(task.id());
        if (end != null) {
            end.complete(task);
        }
    }

    /** A slice under way is written; the rest goes on after the next start. */
    @Override
    public void close() {
        loop.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
