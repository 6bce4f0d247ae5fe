package dev.posthorn.server.api.resource;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.routing.RoutingVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an event at each endpoint of its organisation. */
public record RoutingView(EventId event, List<Line> lines) {
    public RoutingView {
        lines = List.copyOf(lines);
    }

    /** {@code delivery}: null unless it was sent. */
    public record Line(
            EndpointId endpoint, RoutingVerdict verdict, @Nullable DeliveryId delivery) {}
}
