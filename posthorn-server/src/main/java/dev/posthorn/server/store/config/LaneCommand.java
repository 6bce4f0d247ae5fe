package dev.posthorn.server.store.config;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;

/** Something to be done to all pending deliveries of an endpoint, however many. */
public sealed interface LaneCommand {
    public EndpointId endpoint();

    public record Cancel(EndpointId endpoint, String reason, long atMs) implements LaneCommand {}

    public record Reorder(EndpointId endpoint, Ordering ordering) implements LaneCommand {}
}
