package dev.posthorn.server.api.replay;

import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.task.Task;
import java.util.concurrent.CompletableFuture;

/** Where replays are handed in. */
public interface ReplayDesk {
    /** Blocks until it is durable that it was begun. */
    Begun begin(Replay replay);

    /** What came of handing it in. */
    sealed interface Begun {
        record Started(CompletableFuture<Task> end) implements Begun {}

        record Refused(ReplayRefusal why) implements Begun {}
    }
}
