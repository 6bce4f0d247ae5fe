package dev.posthorn.server.dashboard.webhooks;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.server.dashboard.shown.StateReason;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One webhook of the list.
 *
 * @param state as the dashboard says it: {@code paused} for a valid one that is held
 * @param triggers the first few, or what stands for all or none
 * @param owner name of its organisation, empty when all shown are of one
 * @param waiting deliveries not settled
 * @param day what was sent in the last 24 hours
 */
public record WebhookRow(
        String id,
        String name,
        String url,
        String owner,
        String profile,
        List<String> triggers,
        String state,
        String reason,
        boolean verified,
        boolean active,
        long waiting,
        Sparkline day) {
    /** More would make the row wider than its page. */
    private static final int MOST_TRIGGERS = 2;

    static WebhookRow of(Endpoint endpoint, @Nullable LaneView lane, Visit visit) {
        EndpointSettings settings = endpoint.settings();
        return new WebhookRow(
                visit.desk().ids().text(endpoint.id().seq()),
                name(endpoint, visit.words()),
                settings.url(),
                owner(endpoint, visit),
                settings.profile(),
                triggers(settings.eventTypes(), visit.words()),
                state(endpoint),
                StateReason.of(endpoint, visit.words()),
                endpoint.verified(),
                endpoint.state() != EndpointState.DEACTIVATED,
                lane == null ? 0 : lane.pending(),
                Sparkline.of(
                        visit.desk()
                                .ports()
                                .statistics()
                                .sparkline(
                                        StatisticsSubject.of(endpoint.id()), visit.desk().nowMs()),
                        visit));
    }

    private static String owner(Endpoint endpoint, Visit visit) {
        return visit.desk().organisation().isPresent()
                ? ""
                : visit.desk()
                        .ports()
                        .directory()
                        .organisation(endpoint.organisation())
                        .orElseThrow()
                        .name();
    }

    /** The host of its URL stands in for a name. */
    public static String name(Endpoint endpoint, Words words) {
        String name = endpoint.settings().name();
        return name == null || name.isBlank() ? words.say("webhooks.unnamed") : name;
    }

    /**
     * The word for a state; one that is held is {@code paused} unless something is wrong with it.
     */
    public static String state(Endpoint endpoint) {
        boolean held = endpoint.settings().paused() && endpoint.state().takesDeliveries();
        return held ? "paused" : endpoint.state().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> triggers(@Nullable List<String> types, Words words) {
        if (types == null) {
            return List.of(words.say("webhooks.routed"));
        }
        if (types.contains("*")) {
            return List.of(words.say("webhooks.all-events"));
        }
        int more = types.size() - MOST_TRIGGERS;
        return more <= 0
                ? types
                : Stream.concat(
                                types.stream().limit(MOST_TRIGGERS),
                                Stream.of(words.say("webhooks.more-triggers", more)))
                        .toList();
    }
}
