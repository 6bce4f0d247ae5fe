package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.health.Missed;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.api.replay.ReplayDesk.Begun;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a webhook does, and sending it what it missed. */
final class OverviewPages {
    /** Counting reads at most so long before the page says that it takes longer. */
    private static final Duration COUNT_PATIENCE = Duration.ofSeconds(5);

    private OverviewPages() {}

    static List<PageRoute> routes() {
        String missed = Section.OVERVIEW.template("/missed");
        return List.of(
                PageRoute.get(Section.OVERVIEW.template(""), Need.SIGNED_IN, OverviewPages::show),
                PageRoute.post(missed, Need.MANAGES, OverviewPages::count),
                PageRoute.post(missed + "/send", Need.MANAGES, OverviewPages::send));
    }

    static DeskWebhook webhook(Visit visit) {
        return visit.desk().webhook(visit.request().value("id"));
    }

    private static Response show(Visit visit) {
        return visit.page("page/webhook-overview", Overview.of(visit, webhook(visit)));
    }

    /** Nothing is sent before somebody has seen how much it is. */
    private static Response count(Visit visit) {
        DeskWebhook webhook = webhook(visit);
        Missed missed = webhook.missed();
        if (missed.events() == 0) {
            return visit.to(Section.OVERVIEW.href(webhook.id()));
        }
        Heading heading = Heading.of(visit, webhook, Section.OVERVIEW);
        Optional<Task> counted = begun(visit, webhook.sendMissed(missed.sinceMs(), true));
        ReplayCounts counts = counted.map(Task::counts).orElse(null);
        long number = counts == null ? missed.events() : counts.counted();
        return visit.page(
                "page/webhook-missed", new MissedQuestion(heading, number, missed.sinceMs()));
    }

    private static Optional<Task> begun(Visit visit, Begun begun) {
        return switch (begun) {
            case Begun.Started(var end) -> Await.result(end, COUNT_PATIENCE);
            case Begun.Refused _ ->
                    throw new RefusedException(
                            ApiError.of(
                                    ErrorCode.CONFLICT, visit.words().say("webhook.missed.busy")));
        };
    }

    /** Goes on in the background: the queue and the log show how far it is. */
    private static Response send(Visit visit) {
        DeskWebhook webhook = webhook(visit);
        Begun begun = webhook.sendMissed(webhook.missed().sinceMs(), false);
        if (begun instanceof Begun.Refused) {
            begun(visit, begun);
        }
        return visit.to(Section.OVERVIEW.href(webhook.id()), "missed-sent");
    }
}
