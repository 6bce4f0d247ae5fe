package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;

/**
 * How a resend, or the count before it, is getting on.
 *
 * @param counted so far, of a count
 * @param error a stable code, empty unless it failed
 */
public record Progress(
        boolean ended, long counted, long resent, long skipped, String error, long createdMs) {
    static Progress of(Task task) {
        ReplayCounts counts = task.counts();
        String error = task.error();
        return new Progress(
                task.completedMs() != null,
                counts == null ? 0 : counts.counted(),
                counts == null ? 0 : counts.resent(),
                counts == null ? 0 : counts.skipped(),
                error == null ? "" : error,
                task.createdMs());
    }
}
