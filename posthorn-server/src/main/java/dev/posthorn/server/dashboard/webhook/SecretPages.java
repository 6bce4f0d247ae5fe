package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.administration.EndpointRejection;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.SecretRotation;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secret of a webhook: seeing it, replacing it, and how receivers use it. */
final class SecretPages {
    private static final String TEMPLATE = "page/webhook-secret";

    /** What can be chosen; the API takes any length up to the longest of these. */
    static final Map<String, Duration> GRACES =
            Map.of(
                    "0", Duration.ZERO,
                    "1h", Duration.ofHours(1),
                    "24h", Duration.ofDays(1),
                    "7d", Duration.ofDays(7));

    private SecretPages() {}

    static List<PageRoute> routes() {
        return List.of(
                PageRoute.get(Section.SECRET.template(""), Need.SIGNED_IN, SecretPages::show),
                PageRoute.post(
                        Section.SECRET.template("/reveal"), Need.MANAGES, SecretPages::reveal),
                PageRoute.post(
                        Section.SECRET.template("/rotate"), Need.MANAGES, SecretPages::rotate));
    }

    private static Response show(Visit visit) {
        return visit.page(TEMPLATE, SecretView.hidden(visit, OverviewPages.webhook(visit)));
    }

    /** Shown once: loading the page again hides it. */
    private static Response reveal(Visit visit) {
        return visit.page(TEMPLATE, SecretView.revealed(visit, OverviewPages.webhook(visit)));
    }

    private static Response rotate(Visit visit) {
        DeskWebhook webhook = OverviewPages.webhook(visit);
        Optional<String> own = visit.form().filled("secret");
        Duration grace = GRACES.getOrDefault(visit.form().text("grace"), Duration.ofDays(1));
        EndpointResult result =
                webhook.rotate(new SecretRotation(own.orElse(null), grace.toMillis()));
        return switch (result) {
            case EndpointResult.Done _ -> visit.to(Section.SECRET.href(webhook.id()), "rotated");
            case EndpointResult.Refused(var why) ->
                    visit.page(
                            422,
                            TEMPLATE,
                            SecretView.hidden(visit, webhook).with(problem(why, visit)));
        };
    }

    private static String problem(EndpointRejection why, Visit visit) {
        return switch (why) {
            case EndpointRejection.BadSecret(String problem) ->
                    visit.words().say("secret.problem", problem);
            case EndpointRejection.TooManyOldSecrets _ ->
                    visit.words().say("webhook.problem.old-secrets");
            case EndpointRejection.NoSuchEndpoint _,
                    EndpointRejection.NoSuchOrganisation _,
                    EndpointRejection.NoSuchProfile _,
                    EndpointRejection.BadAuth _,
                    EndpointRejection.UidTaken _,
                    EndpointRejection.TooMany _ ->
                    visit.words().say("error.refused");
        };
    }
}
