package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.dashboard.shown.DeliveryWord;
import dev.posthorn.server.dashboard.shown.EndpointNames;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of an event with its attempts, oldest first.
 *
 * @param webhook public id of where it goes; {@code name} is what that is called
 * @param earlier attempts that are not shown
 * @param reason why it failed or was cancelled, empty for nothing
 */
public record DeliveryLine(
        String id,
        String webhook,
        String name,
        String state,
        List<Step> steps,
        int attempts,
        int earlier,
        @Nullable Long dueMs,
        String reason) {
    /** The latest ones; no schedule is much longer. */
    private static final int MOST_STEPS = 12;

    static DeliveryLine of(DeliverySummary delivery, boolean withSteps, Visit visit) {
        Optional<Endpoint> to = EndpointNames.find(delivery.endpoint(), visit);
        List<Step> steps = withSteps ? steps(delivery, visit) : List.of();
        return new DeliveryLine(
                visit.desk().ids().text(delivery.id().seq()),
                visit.desk().ids().text(delivery.endpoint().seq()),
                EndpointNames.of(to, visit.words()),
                DeliveryWord.of(delivery, to),
                steps,
                delivery.attempts(),
                withSteps ? delivery.attempts() - steps.size() : 0,
                delivery.dueMs(),
                why(delivery.reason(), visit.words()));
    }

    /** A code of {@link DeliverySummary#reason} in words. */
    private static String why(@Nullable String code, Words words) {
        String key = "reason." + code;
        return code == null ? "" : words.has(key) ? words.say(key) : code;
    }

    private static List<Step> steps(DeliverySummary delivery, Visit visit) {
        List<AttemptEntry> latest =
                visit.desk()
                        .log()
                        .attempts(null, delivery.id(), PageRequest.newest(MOST_STEPS))
                        .rows();
        return latest.reversed().stream().map(entry -> Step.of(entry, visit)).toList();
    }

    /** Whether there is still something to cancel or to hasten. */
    public boolean waits() {
        return state.equals("pending") || state.equals("held");
    }
}
