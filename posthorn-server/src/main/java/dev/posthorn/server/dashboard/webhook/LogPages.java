package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a webhook was sent and what it answered. */
final class LogPages {
    private LogPages() {}

    static List<PageRoute> routes() {
        return List.of(
                PageRoute.get(Section.LOG.template(""), Need.SIGNED_IN, LogPages::show),
                PageRoute.post(Section.LOG.template("/resend"), Need.MANAGES, LogPages::resend),
                PageRoute.post(Section.LOG.template("/curl"), Need.MANAGES, LogPages::curl));
    }

    private static Response show(Visit visit) {
        return visit.page("page/webhook-log", Log.of(visit, OverviewPages.webhook(visit), false));
    }

    /** The open row with its secrets, for a terminal; that somebody saw them is written down. */
    private static Response curl(Visit visit) {
        DeskWebhook webhook = OverviewPages.webhook(visit);
        webhook.reveal();
        return visit.page("page/webhook-log", Log.of(visit, webhook, true));
    }

    private static Response resend(Visit visit) {
        DeskWebhook webhook = OverviewPages.webhook(visit);
        CommandAnswer answer = visit.desk().sending().resend(visit.form().text("delivery"));
        return switch (answer) {
            case CommandAnswer.PayloadGone() -> throw refused(visit, "log.resend.gone");
            case CommandAnswer.Unknown() -> throw refused(visit, "log.resend.unknown");
            case CommandAnswer.Reopened _,
                    CommandAnswer.Hastened _,
                    CommandAnswer.Made _,
                    CommandAnswer.CancelAsked _,
                    CommandAnswer.Left _ ->
                    visit.to(Section.LOG.href(webhook.id()), "resent");
        };
    }

    private static RefusedException refused(Visit visit, String key) {
        return new RefusedException(ApiError.of(ErrorCode.CONFLICT, visit.words().say(key)));
    }

    /** The attempt named in the query or the form, if it is one of this webhook's. */
    static Optional<AttemptEntry> named(Visit visit, DeskWebhook webhook) {
        String id = visit.asked("attempt").orElseGet(() -> visit.form().text("attempt"));
        OptionalLong seq = visit.desk().ids().seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : visit.desk()
                        .log()
                        .attempt(new AttemptId(seq.getAsLong()))
                        .filter(found -> found.endpoint().equals(webhook.endpoint().id()));
    }
}
