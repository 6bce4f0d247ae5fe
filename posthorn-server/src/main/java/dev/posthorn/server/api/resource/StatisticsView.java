package dev.posthorn.server.api.resource;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.statistics.Statistics;

/**
 * Statistics of an endpoint.
 *
 * @param missed whatever the range
 */
public record StatisticsView(EndpointId endpoint, Statistics statistics, Missed missed) {}
