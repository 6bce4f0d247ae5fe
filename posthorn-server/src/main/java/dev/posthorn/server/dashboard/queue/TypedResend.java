package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayStage;
import dev.posthorn.server.dashboard.shown.LocalTimes;
import dev.posthorn.server.dashboard.visit.Form;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which failed deliveries to resend, as it was typed.
 *
 * @param since in UTC
 * @param webhook public id; empty for all
 * @param rate deliveries per second; empty for as fast as is good for the rest
 */
public record TypedResend(String since, String webhook, String rate) {
    private static final long DAY_MS = 86_400_000;
    private static final double MAX_RATE = 100_000;

    static TypedResend of(Form form) {
        return new TypedResend(
                form.filled("since").orElse(""),
                form.filled("webhook").orElse(""),
                form.filled("rate").orElse(""));
    }

    static TypedResend asked(Visit visit) {
        return new TypedResend(
                visit.asked("since")
                        .orElseGet(() -> LocalTimes.text(visit.desk().nowMs() - DAY_MS)),
                visit.asked("webhook").orElse(""),
                visit.asked("rate").orElse(""));
    }

    /** The page again with what was typed. {@code count}: public id of the task that counted. */
    String href(String count) {
        return ResendPages.PATH
                + "?since="
                + Visit.encoded(since)
                + "&webhook="
                + Visit.encoded(webhook)
                + "&rate="
                + Visit.encoded(rate)
                + "&count="
                + Visit.encoded(count);
    }

    /** Keys of the words that say what is wrong, by field. */
    Map<String, String> problems(Visit visit) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (LocalTimes.ms(since).isEmpty()) {
            problems.put("since", "resend.problem.since");
        }
        if (!rate.isEmpty() && perSecond() == null) {
            problems.put("rate", "resend.problem.rate");
        }
        if (webhook.isEmpty() && owner(visit).isEmpty()) {
            problems.put("webhook", "resend.problem.webhook");
        }
        return problems;
    }

    /** A resend stays within one organisation: the one looked at, or the only one there is. */
    private static Optional<Organisation> owner(Visit visit) {
        List<Organisation> all = visit.desk().organisations();
        return visit.desk()
                .organisation()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    private @Nullable Double perSecond() {
        try {
            double perSecond = Double.parseDouble(rate);
            return perSecond > 0 && perSecond <= MAX_RATE ? (Double) perSecond : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** Only without problems. {@code untilMs}: what was accepted later is not meant. */
    ReplayPlan plan(long untilMs, boolean dryRun, Visit visit) {
        Optional<Endpoint> to =
                webhook.isEmpty() ? Optional.empty() : Optional.of(visit.desk().endpoint(webhook));
        OrganisationId owner =
                to.map(Endpoint::organisation)
                        .or(() -> owner(visit).map(Organisation::id))
                        .orElseThrow();
        EndpointId endpoint = to.map(Endpoint::id).orElse(null);
        return new ReplayPlan(
                owner,
                endpoint,
                null,
                null,
                new TimeRange(LocalTimes.ms(since).orElseThrow(), untilMs),
                List.of(ReplayStage.FAILED),
                rate.isEmpty() ? null : perSecond(),
                Trigger.RESEND,
                dryRun);
    }
}
