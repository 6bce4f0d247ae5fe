package dev.posthorn.core.replay;

import dev.posthorn.core.task.Task;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a replayer tells. */
final class HeardReplays implements ReplayListener {
    final List<Replay> sendingMissed = new ArrayList<>();
    final List<Task> finished = new ArrayList<>();

    @Override
    public void sendsMissed(Replay replay) {
        sendingMissed.add(replay);
    }

    @Override
    public void finished(Task task) {
        finished.add(task);
    }
}
