package dev.posthorn.core.store;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;

/** The first pending row of a lane by order. */
public record LaneHead(EndpointId endpoint, DeliveryId first, long dueMs, long order) {}
