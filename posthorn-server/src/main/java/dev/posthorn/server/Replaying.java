package dev.posthorn.server;

import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.replay.Replayer;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.api.replay.ReplayDesk;
import dev.posthorn.server.engine.ReplayLoop;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Replays on a thread of their own, and who waits for their end. */
final class Replaying implements ReplayDesk, AutoCloseable {
    private final Map<TaskId, CompletableFuture<Task>> awaited = new ConcurrentHashMap<>();
    private final Replayer replayer;
    private final ReplayLoop loop;
    private final Thread thread;

    Replaying(Storage storage, Delivering delivering, InstantSource clock) {
        replayer =
                new Replayer(
                        storage.store().replays(),
                        storage.log(),
                        delivering.configuration().directory(),
                        this::finished);
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

    private void finished(Task task) {
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
