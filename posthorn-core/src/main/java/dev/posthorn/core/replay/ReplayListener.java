package dev.posthorn.core.replay;

import dev.posthorn.core.task.Task;

/** Hears of replays what is durable, on the stepping thread. */
public interface ReplayListener {
    /**
     * The first deliveries are made of what an endpoint missed. After a crash at that very moment
     * nobody is told.
     */
    void sendsMissed(Replay replay);

    /** It has come to its end, whatever that is. */
    void finished(Task task);
}
