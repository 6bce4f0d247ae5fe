package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;

/**
 * What waits for one webhook, oldest first.
 *
 * @param next address of the next page; empty on the last
 */
public record Waiting(List<WaitingRow> rows, String next) {
    /** As many as fit below their webhook. */
    private static final int PAGE = 25;

    static final Waiting NONE = new Waiting(List.of(), "");

    static Waiting of(EndpointId endpoint, QueueFilter filter, Visit visit) {
        long after = visit.desk().ids().seq(filter.after()).orElse(0);
        Page<DeliverySummary> page =
                visit.desk()
                        .log()
                        .deliveries(
                                endpoint,
                                null,
                                DeliveryState.PENDING,
                                null,
                                TimeRange.ALWAYS,
                                new PageRequest(PAGE, after, 0, true));
        return new Waiting(
                page.rows().stream().map(row -> WaitingRow.of(row, visit)).toList(),
                page.hasMore() ? filter.behind(visit.desk().ids().text(last(page))).href() : "");
    }

    private static long last(Page<DeliverySummary> page) {
        return page.nextAfter() == 0 ? page.rows().getLast().id().seq() : page.nextAfter();
    }
}
