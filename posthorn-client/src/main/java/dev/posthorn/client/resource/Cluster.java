package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that run, and how far behind they are.
 *
 * @param pending deliveries that have not ended
 * @param inFlight requests under way
 * @param lagMs how long the delivery that is due longest has been due, milliseconds
 * @param nodes one for each
 */
public record Cluster(long pending, long inFlight, long lagMs, @Nullable List<Node> nodes) {
    /**
     * One node.
     *
     * @param name its own
     * @param version of Posthorn
     * @param state such as {@code ready}
     * @param dateStarted when it was started
     * @param shards slices of the endpoints it holds
     * @param diskFreeBytes where its data is
     * @param databaseBytes size of an embedded database
     */
    public record Node(
            @Nullable String name,
            @Nullable String version,
            @Nullable String state,
            @Nullable Instant dateStarted,
            int shards,
            long diskFreeBytes,
            long databaseBytes) {}
}
