package dev.posthorn.core.shard;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.List;
import java.util.stream.IntStream;

/** One of {@link #COUNT} slices of all endpoints; an endpoint never changes its slice. */
public record ShardId(int number) {
    /** Enough to share evenly among dozens of nodes, few enough to lease one by one. */
    public static final int COUNT = 256;

    public static final List<ShardId> ALL =
            IntStream.range(0, COUNT).mapToObj(ShardId::new).toList();

    public ShardId {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("no such shard: " + number);
        }
    }

    /** Fixed for good: stored leases and other nodes rely on the same answer. */
    public static ShardId of(EndpointId endpoint) {
        long mixed = endpoint.seq() * 0x9E3779B97F4A7C15L;
        return ALL.get((int) (mixed >>> 56));
    }
}
