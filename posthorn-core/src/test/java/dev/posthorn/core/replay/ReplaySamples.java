package dev.posthorn.core.replay;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.ORGANISATION;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays of an organisation whose default endpoint is {@link #TO}. */
final class ReplaySamples {
    static final Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);
    static final Endpoint OTHER = StoreSamples.endpoint(2, Ordering.FIFO);
    static final TimeRange WINDOW = new TimeRange(NOW - 60_000, NOW + 60_000);

    private ReplaySamples() {}

    static Directory directory(Endpoint... endpoints) {
        Organisation organisation =
                new Organisation(
                        ORGANISATION,
                        null,
                        "Example",
                        "example",
                        "standard",
                        TO.id().seq(),
                        false,
                        Organisation.Standing.OPEN,
                        0);
        return new Directory(new Snapshot(List.of(organisation), List.of(), List.of(endpoints)));
    }

    static ReplayPlan plan(@Nullable EndpointId endpoint, ReplayStage... stages) {
        return new ReplayPlan(
                ORGANISATION,
                endpoint,
                null,
                null,
                WINDOW,
                List.of(stages),
                null,
                Trigger.REPLAY,
                false);
    }

    static ReplayPlan at(double perSecond, ReplayPlan plan) {
        return new ReplayPlan(
                plan.organisation(),
                plan.endpoint(),
                plan.event(),
                plan.type(),
                plan.created(),
                plan.stages(),
                perSecond,
                plan.trigger(),
                plan.dryRun());
    }

    static ReplayPlan dry(ReplayPlan plan) {
        return new ReplayPlan(
                plan.organisation(),
                plan.endpoint(),
                plan.event(),
                plan.type(),
                plan.created(),
                plan.stages(),
                plan.perSecond(),
                plan.trigger(),
                true);
    }

    static ReplayPlan within(TimeRange window, ReplayPlan plan) {
        return new ReplayPlan(
                plan.organisation(),
                plan.endpoint(),
                plan.event(),
                plan.type(),
                window,
                plan.stages(),
                plan.perSecond(),
                plan.trigger(),
                plan.dryRun());
    }

    /** Not begun; {@code number} tells it from others. */
    static Replay replay(int number, ReplayPlan plan) {
        Task task =
                new Task(
                        new TaskId(1_000 + number),
                        plan.organisation(),
                        null,
                        Task.REPLAY,
                        plan.endpoint() == null ? 0 : plan.endpoint().seq(),
                        Task.State.PENDING,
                        List.of(),
                        null,
                        NOW,
                        null,
                        null,
                        ReplayCounts.none(plan.dryRun()));
        return new Replay(task, plan, 0, 0);
    }
}
