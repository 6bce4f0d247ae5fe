package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test that has ended, with everything that is to be written about it.
 *
 * @param task as it is to be stored
 * @param tested the endpoint as it was when the test began
 * @param attempts for the log
 * @param endedMs milliseconds since 1970
 */
public record FinishedTest(
        Task task,
        Endpoint tested,
        List<Change.TestAttempt> attempts,
        EndpointTestVerdict verdict,
        long endedMs) {
    public FinishedTest {
        attempts = List.copyOf(attempts);
    }

    /**
     * What to write, all at once. To be asked for while nothing else changes the endpoint.
     *
     * @param current the endpoint as configured now; empty when it was erased with everything of
     *     it, and then nothing is written
     */
    public List<Change> changes(Optional<Endpoint> current) {
        List<Change> changes = new ArrayList<>();
        if (current.isPresent()) {
            changes.add(new Change.TaskChange(task));
            changes.addAll(attempts);
            judged(current.get()).map(Change.EndpointChange::new).ifPresent(changes::add);
        }
        return changes;
    }

    /**
     * Whether nothing came of it although the endpoint could still use a verdict: something the
     * test depended on was changed while it ran.
     */
    public boolean isTooLate(Optional<Endpoint> current) {
        return current.isPresent()
                && current.get().state() != EndpointState.DEACTIVATED
                && !verdict.appliesTo(current.get(), tested);
    }

    /** The endpoint with the verdict; empty when the verdict came too late to count. */
    private Optional<Endpoint> judged(Endpoint current) {
        return verdict.appliesTo(current, tested)
                ? Optional.of(
                        current.tested(
                                verdict.state(),
                                verdict.reason(),
                                verdict.verified(),
                                verdict.found(),
                                endedMs))
                : Optional.empty();
    }
}
