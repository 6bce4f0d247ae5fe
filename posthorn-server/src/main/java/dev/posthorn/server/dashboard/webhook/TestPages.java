package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.event.EventType;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Optional;

/** Testing a webhook, and every call a test makes. */
final class TestPages {
    private TestPages() {}

    static List<PageRoute> routes() {
        String path = Section.TEST.template("");
        return List.of(
                PageRoute.get(path, Need.SIGNED_IN, TestPages::show),
                PageRoute.post(path, Need.MANAGES, TestPages::start));
    }

    private static Response show(Visit visit) {
        return visit.page("page/webhook-test", Tests.of(visit, OverviewPages.webhook(visit)));
    }

    /** Leads to the task, which the page follows until it is over. */
    private static Response start(Visit visit) {
        DeskWebhook webhook = OverviewPages.webhook(visit);
        Optional<String> type = visit.form().filled("event_type");
        if (type.isPresent() && !EventType.isSlug(type.get())) {
            throw new RefusedException(
                    ApiError.invalid("event_type", "must be an event type such as user.updated"));
        }
        EndpointResult result = webhook.test(type.orElse(null));
        String page = Section.TEST.href(webhook.id());
        return result instanceof EndpointResult.Done(_, EndpointResult.StartedTest(var task, _))
                ? visit.to(page + "?task=" + visit.desk().ids().text(task.id().seq()))
                : visit.to(page);
    }
}
