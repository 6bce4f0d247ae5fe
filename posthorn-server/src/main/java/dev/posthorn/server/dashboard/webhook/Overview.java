package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.StatisticsRange;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook does, as its page shows it.
 *
 * @param receives what it gets, or why it gets nothing
 * @param ranges the spans to choose from
 * @param successRate in percent, empty when nothing was sent
 * @param lastError of its queue since it last succeeded, empty for none
 * @param nextDueMs null when nothing waits for a time
 */
public record Overview(
        Heading heading,
        String receives,
        String profile,
        List<Tab> ranges,
        long delivered,
        long failed,
        long attempts,
        String successRate,
        String latency,
        String latencyHigh,
        long missed,
        long missedSinceMs,
        String lastError,
        @Nullable Long nextDueMs,
        @Nullable Long testedMs,
        long createdMs,
        ChartData chart) {

    static Overview of(Visit visit, DeskWebhook webhook) {
        Endpoint endpoint = webhook.endpoint();
        StatisticsRange range = range(visit);
        Statistics statistics = webhook.statistics(range);
        Tally total = statistics.total();
        Missed missed = webhook.missed();
        LaneView lane = webhook.lane().orElse(null);
        String error = lane == null ? null : lane.lastError();
        return new Overview(
                Heading.of(visit, webhook, Section.OVERVIEW),
                Receiving.of(webhook, visit.words()),
                endpoint.settings().profile(),
                ranges(range, webhook.id(), visit),
                total.get(Count.DELIVERED),
                total.get(Count.FAILED),
                total.attempts(),
                Figures.percent(total.successRate(), visit.words()),
                Figures.micros(total.latency().micros(0.5), visit.words()),
                Figures.micros(total.latency().micros(0.99), visit.words()),
                missed.events(),
                missed.sinceMs(),
                error == null ? "" : error,
                lane == null ? null : lane.nextDueMs(),
                endpoint.testedMs(),
                endpoint.createdMs(),
                ChartData.of(statistics, visit.words()));
    }

    private static StatisticsRange range(Visit visit) {
        String wanted = visit.asked("range").orElse("");
        for (StatisticsRange range : StatisticsRange.values()) {
            if (range.word().equals(wanted)) {
                return range;
            }
        }
        return StatisticsRange.DAY;
    }

    private static List<Tab> ranges(StatisticsRange shown, String id, Visit visit) {
        List<Tab> tabs = new ArrayList<>();
        for (StatisticsRange range : StatisticsRange.values()) {
            tabs.add(
                    new Tab(
                            visit.words().say("range." + range.word()),
                            Section.OVERVIEW.href(id) + "?range=" + range.word(),
                            range == shown,
                            ""));
        }
        return tabs;
    }
}
