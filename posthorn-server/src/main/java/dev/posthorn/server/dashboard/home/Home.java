package dev.posthorn.server.dashboard.home;

import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.LatencySketch;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.StatisticsRange;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.dashboard.shown.Span;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The overview as its page shows it.
 *
 * @param median latency with its unit; empty without answers, as {@code p95} and {@code p99}
 * @param waiting deliveries not settled, by the latest look
 * @param webhooks how many there are
 */
public record Home(
        List<Tab> ranges,
        long delivered,
        long failed,
        long attempts,
        String success,
        String median,
        String p95,
        String p99,
        long waiting,
        List<Attention> attention,
        int webhooks,
        HomeChart chart) {
    static Home of(Visit visit) {
        StatisticsRange range = range(visit);
        long nowMs = visit.desk().nowMs();
        Statistics statistics =
                visit.desk()
                        .ports()
                        .statistics()
                        .read(visit.desk().statisticsSubject(), range, nowMs);
        Tally total = statistics.total();
        LatencySketch latency = total.latency();
        Words words = visit.words();
        var lanes = visit.desk().lanes();
        long waiting = lanes.values().stream().mapToLong(LaneView::pending).sum();
        return new Home(
                ranges(range, words),
                total.get(Count.DELIVERED),
                total.get(Count.FAILED),
                total.attempts(),
                HomeChart.percent(total.successRate(), words),
                span(latency.micros(0.5), words),
                span(latency.micros(0.95), words),
                span(latency.micros(0.99), words),
                waiting,
                Attention.all(lanes, visit),
                visit.desk().endpoints().size(),
                HomeChart.of(statistics, waiting, nowMs, words));
    }

    static String span(OptionalLong micros, Words words) {
        return micros.isEmpty() ? "" : Span.ms(micros.getAsLong(), words);
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

    private static List<Tab> ranges(StatisticsRange shown, Words words) {
        List<Tab> tabs = new ArrayList<>();
        for (StatisticsRange range : StatisticsRange.values()) {
            tabs.add(
                    new Tab(
                            words.say("range." + range.word()),
                            HomePages.PATH + "?range=" + range.word(),
                            range == shown,
                            ""));
        }
        return tabs;
    }
}
