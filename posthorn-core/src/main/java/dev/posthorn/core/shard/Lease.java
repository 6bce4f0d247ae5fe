package dev.posthorn.core.shard;

/**
 * A node's claim on a shard.
 *
 * @param epoch rises with every change of holder: what an earlier holder still writes is refused
 * @param expiresMs by the store's clock, milliseconds since 1970
 */
public record Lease(ShardId shard, String node, long epoch, long expiresMs) {}
