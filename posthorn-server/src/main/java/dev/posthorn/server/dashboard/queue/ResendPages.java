package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.api.replay.ReplayDesk.Begun;
import dev.posthorn.server.dashboard.desk.DeskSending;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Resends all that failed: first it is counted, then it is asked for. */
public final class ResendPages {
    static final String PATH = QueuePages.QUEUE + "/resend";

    /** Small counts are there with the page; it looks again for others. */
    private static final Duration COUNT_PATIENCE = Duration.ofSeconds(1);

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(PATH, Need.MANAGES, ResendPages::form),
                PageRoute.post(PATH + "/count", Need.MANAGES, ResendPages::count),
                PageRoute.post(PATH, Need.MANAGES, ResendPages::resend));
    }

    private static Response form(Visit visit) {
        return show(visit, 200, TypedResend.asked(visit), Map.of());
    }

    private static Response count(Visit visit) {
        TypedResend typed = TypedResend.of(visit.form());
        Map<String, String> problems = typed.problems(visit);
        if (!problems.isEmpty()) {
            return show(visit, 422, typed, said(problems, visit.words()));
        }
        ReplayPlan plan = typed.plan(visit.desk().nowMs(), true, visit);
        DeskSending.Started started = visit.desk().sending().begin(plan);
        return switch (started.begun()) {
            case Begun.Started(var end) -> {
                Await.result(end, COUNT_PATIENCE);
                yield visit.to(typed.href(visit.desk().ids().text(started.task().id().seq())));
            }
            case Begun.Refused(var why) -> refused(visit, typed, why);
        };
    }

    /** Just what was counted: what failed of events accepted since is not among it. */
    private static Response resend(Visit visit) {
        TypedResend typed = TypedResend.of(visit.form());
        Map<String, String> problems = typed.problems(visit);
        Optional<Task> counted = task(visit.form().text("count"), visit);
        if (counted.isEmpty() || !problems.isEmpty()) {
            return show(visit, 422, typed, said(problems, visit.words()));
        }
        ReplayPlan plan = typed.plan(counted.get().createdMs(), false, visit);
        DeskSending.Started started = visit.desk().sending().begin(plan);
        return switch (started.begun()) {
            case Begun.Started _ ->
                    visit.to(
                            QueuePages.QUEUE
                                    + "?task="
                                    + visit.desk().ids().text(started.task().id().seq()),
                            "resending");
            case Begun.Refused(var why) -> refused(visit, typed, why);
        };
    }

    private static Response refused(Visit visit, TypedResend typed, ReplayRefusal why) {
        String sentence =
                switch (why) {
                    case ReplayRefusal.OneIsUnderWay() ->
                            visit.words().say("resend.problem.under-way");
                    case ReplayRefusal.TooMany(int most) ->
                            visit.words().say("resend.problem.too-many", most);
                };
        return show(visit, 409, typed, Map.of("form", sentence));
    }

    private static Map<String, String> said(Map<String, String> problems, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        problems.forEach((field, key) -> said.put(field, words.say(key)));
        return said;
    }

    private static Optional<Task> task(String id, Visit visit) {
        OptionalLong seq = visit.desk().ids().seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : visit.desk()
                        .log()
                        .task(new TaskId(seq.getAsLong()))
                        .filter(task -> isCount(task.counts()));
    }

    private static boolean isCount(@Nullable ReplayCounts counts) {
        return counts != null && counts.dryRun();
    }

    private static Response show(
            Visit visit, int status, TypedResend typed, Map<String, String> problems) {
        String count = visit.asked("count").orElse("");
        ResendView view =
                new ResendView(
                        typed,
                        ResendView.choices(typed.webhook(), visit),
                        task(count, visit).map(Progress::of),
                        count,
                        problems);
        return visit.page(status, "page/resend", view);
    }
}
