package dev.posthorn.server.store.config;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.statistics.MinuteTally;
import java.util.List;

/**
 * What was seen of endpoints and is to be written with the next commit.
 *
 * @param counted to be added to what is stored
 * @param healths to replace what is stored
 * @param nowMs counts too old by then may be forgotten
 */
public record ObservedRows(List<MinuteTally> counted, List<EndpointHealth> healths, long nowMs) {
    public static final ObservedRows NONE = new ObservedRows(List.of(), List.of(), 0);

    public ObservedRows {
        counted = List.copyOf(counted);
        healths = List.copyOf(healths);
    }
}
