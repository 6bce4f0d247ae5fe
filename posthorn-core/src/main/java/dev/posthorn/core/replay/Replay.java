package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import java.util.List;

/**
 * A task that sends a window again, and how far it is.
 *
 * @param stage which of the plan's; as many as there are when it is done
 * @param after the last row it has passed in that stage, 0 for none
 */
public record Replay(Task task, ReplayPlan plan, int stage, long after) {
    public boolean done() {
        return task.completedMs() != null;
    }

    ReplayStage currentStage() {
        return plan.stages().get(stage);
    }

    /** The same, past a slice of which this came. */
    Replay passed(ReplaySlice slice, List<CommandAnswer> answers, long nowMs) {
        ReplayCounts counts = slice.counts(answers, plan.dryRun());
        int next = slice.endsStage() ? stage + 1 : stage;
        Task so = task.startedMs() == null ? task.started(nowMs) : task;
        Task counted = so.counting(counts);
        Task then =
                next < plan.stages().size() ? counted : counted.completed(List.of(), null, nowMs);
        return new Replay(then, plan, next, slice.endsStage() ? 0 : slice.after());
    }

    /** The same, come to an end for a reason. */
    Replay failed(String error, long nowMs) {
        return new Replay(task.completed(List.of(), error, nowMs), plan, stage, after);
    }
}
