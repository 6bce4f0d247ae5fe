package dev.posthorn.server.api.log;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.replay.Matching;
import dev.posthorn.core.routing.RoutingVerdict;
import dev.posthorn.server.api.resource.RoutingView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells who got an event, who did not, and why. Used by many threads. */
public final class EventRouting {
    private final Directory directory;
    private final DeliveryLog log;

    public EventRouting(Directory directory, DeliveryLog log) {
        this.directory = directory;
        this.log = log;
    }

    /** One line for each endpoint of the event's organisation. Blocks while it reads. */
    public RoutingView of(EventSummary event) {
        Map<EndpointId, DeliverySummary> deliveries = deliveries(event);
        List<RoutingView.Line> lines =
                directory.endpoints(event.organisation()).stream()
                        .map(endpoint -> line(event, endpoint, deliveries.get(endpoint.id())))
                        .toList();
        return new RoutingView(event.id(), lines);
    }

    private RoutingView.Line line(
            EventSummary event, Endpoint endpoint, @Nullable DeliverySummary delivery) {
        RoutingVerdict verdict =
                delivery != null
                        ? RoutingVerdict.SENT
                        : RoutingVerdict.withoutDelivery(
                                new Matching(directory, endpoint).match(event),
                                endpoint,
                                event.createdMs());
        return new RoutingView.Line(
                endpoint.id(), verdict, delivery == null ? null : delivery.id());
    }

    private Map<EndpointId, DeliverySummary> deliveries(EventSummary event) {
        Map<EndpointId, DeliverySummary> found = new HashMap<>();
        DeliveryFilter filter =
                new DeliveryFilter(null, null, event.id(), null, null, TimeRange.ALWAYS);
        long after = 0;
        boolean more = true;
        while (more) {
            var page =
                    log.deliveries(filter, new PageRequest(PageRequest.MAX_LIMIT, after, 0, true));
            page.rows().forEach(row -> found.put(row.endpoint(), row));
            more = page.hasMore();
            after = page.nextAfter() != 0 || !more ? page.nextAfter() : last(page.rows());
        }
        return found;
    }

    private static long last(List<DeliverySummary> rows) {
        return rows.getLast().id().seq();
    }
}
