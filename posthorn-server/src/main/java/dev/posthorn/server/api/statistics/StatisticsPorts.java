package dev.posthorn.server.api.statistics;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.server.api.json.Documents;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the routes of statistics need.
 *
 * @param missed what an endpoint missed and was not sent since
 */
public record StatisticsPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        StatisticsReader statistics,
        Function<EndpointId, Missed> missed,
        InstantSource clock) {}
