package dev.posthorn.server.api.replay;

import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.api.caller.Actors;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.api.replay.ReplayDesk.Begun;
import dev.posthorn.server.api.resource.TaskFields;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hands a plan in and answers its task. */
final class ReplayStart {
    private static final TaskFields FIELDS = new TaskFields();

    /** A count is what the caller waits for; bigger ones are looked up by their task. */
    private static final Duration COUNT_PATIENCE = Duration.ofSeconds(5);

    private final ReplayPorts ports;
    private final Actors actors;

    ReplayStart(ReplayPorts ports) {
        this.ports = ports;
        this.actors = new Actors(ports.ids());
    }

    /** A dry run that is over answers 200, everything else 201. */
    Response start(String type, long target, ReplayPlan plan, Request request) {
        Task task = task(type, target, plan, request);
        return switch (ports.desk().begin(new Replay(task, plan, 0, 0))) {
            case Begun.Started(var end) -> {
                Optional<Task> over = Await.result(end, patience(plan, request));
                boolean counted = plan.dryRun() && over.isPresent();
                yield Response.json(
                        counted ? 200 : 201, ports.documents().one(over.orElse(task), FIELDS));
            }
            case Begun.Refused(ReplayRefusal why) -> throw new RefusedException(error(why));
        };
    }

    private static Duration patience(ReplayPlan plan, Request request) {
        Duration asked = Await.asked(request);
        return plan.dryRun() && asked.isZero() ? COUNT_PATIENCE : asked;
    }

    private Task task(String type, long target, ReplayPlan plan, Request request) {
        long nowMs = ports.clock().millis();
        return new Task(
                new TaskId(ports.sequence().next(1, nowMs)),
                plan.organisation(),
                actors.actor(request.signedIn()).key(),
                type,
                target,
                Task.State.PENDING,
                List.of(),
                null,
                nowMs,
                null,
                null,
                ReplayCounts.none(plan.dryRun()));
    }

    private static ApiError error(ReplayRefusal why) {
        return switch (why) {
            case ReplayRefusal.OneIsUnderWay() ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            "A replay or resend of this webhook_config is under way: wait for its"
                                    + " task to end.");
            case ReplayRefusal.TooMany(int most) ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            most + " replays or resends are under way: wait for one to end.");
        };
    }
}
