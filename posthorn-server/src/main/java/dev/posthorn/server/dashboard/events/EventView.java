package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.server.api.resource.RoutingView;
import dev.posthorn.server.dashboard.shown.JsonLayout;
import dev.posthorn.server.dashboard.shown.ShownText;
import dev.posthorn.server.dashboard.shown.Span;
import dev.posthorn.server.dashboard.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event as its page shows it.
 *
 * @param key name of the key it was published with, empty for none
 * @param routing at most {@link #MOST_ROUTES}; {@code unrouted} more were left out
 * @param deliveries at most {@link #MOST_DELIVERIES}; {@code undelivered} more were left out
 * @param payload null when it may not be seen, or is gone
 * @param hidden whether it is there and may not be seen
 * @param raw whether it is shown byte for byte
 */
public record EventView(
        EventRow event,
        String key,
        List<String> channels,
        List<RoutingRow> routing,
        int unrouted,
        List<DeliveryLine> deliveries,
        int undelivered,
        @Nullable ShownText payload,
        String size,
        String text,
        boolean hidden,
        boolean raw) {
    private static final int MOST_ROUTES = 100;
    private static final int MOST_DELIVERIES = 25;

    /** Reading attempts reads what was sent with each: not for every delivery. */
    private static final int MOST_WITH_STEPS = 8;

    static EventView of(EventSummary event, Visit visit) {
        boolean sees = visit.desk().visitor().role().seesContents();
        Optional<String> text =
                sees
                        ? visit.desk()
                                .log()
                                .contents(event.id())
                                .map(Event::data)
                                .map(d -> d.text())
                        : Optional.empty();
        boolean raw = visit.asked("payload").filter("raw"::equals).isPresent();
        List<RoutingView.Line> routing = RoutingRow.lines(event, visit);
        Page<DeliverySummary> page = deliveries(event, visit);
        return new EventView(
                EventRow.of(event, visit),
                key(event, visit),
                event.channels(),
                routing.stream()
                        .limit(MOST_ROUTES)
                        .map(line -> RoutingRow.of(line, visit))
                        .toList(),
                Math.max(0, routing.size() - MOST_ROUTES),
                lines(page.rows(), visit),
                Math.max(0, event.deliveries() - page.rows().size()),
                text.map(json -> ShownText.of(raw ? json : JsonLayout.of(json))).orElse(null),
                text.map(json -> Span.bytes(bytes(json), visit.words())).orElse(""),
                text.orElse(""),
                !sees,
                raw);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Page<DeliverySummary> deliveries(EventSummary event, Visit visit) {
        return visit.desk()
                .log()
                .deliveries(
                        null,
                        event.id(),
                        null,
                        null,
                        TimeRange.ALWAYS,
                        new PageRequest(MOST_DELIVERIES, 0, 0, true));
    }

    /** Attempts are read where there is most to tell: first of what has not arrived. */
    private static List<DeliveryLine> lines(List<DeliverySummary> rows, Visit visit) {
        List<DeliverySummary> told =
                rows.stream()
                        .filter(row -> row.attempts() > 0)
                        .sorted(Comparator.comparing(EventView::arrived))
                        .limit(MOST_WITH_STEPS)
                        .toList();
        return rows.stream()
                .sorted(Comparator.comparing(EventView::arrived))
                .map(row -> DeliveryLine.of(row, told.contains(row), visit))
                .toList();
    }

    private static boolean arrived(DeliverySummary row) {
        return row.state() == DeliveryState.DELIVERED;
    }

    private static String key(EventSummary event, Visit visit) {
        return Optional.ofNullable(event.key())
                .flatMap(visit.desk().ports().directory()::key)
                .map(Key::name)
                .orElse("");
    }
}
