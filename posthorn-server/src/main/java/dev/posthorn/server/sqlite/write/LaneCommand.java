package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;

/** Something to be done to all pending deliveries of an endpoint, however many. */
sealed interface LaneCommand {
    EndpointId endpoint();

    record Cancel(EndpointId endpoint, String reason, long atMs) implements LaneCommand {}

    record Reorder(EndpointId endpoint, Ordering ordering) implements LaneCommand {}
}
