package dev.posthorn.core.shard;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The shards this node holds, as far as it can be sure: a lease counts from before its renewal was
 * sent, so that the node lets go before anyone else may take over. One thread steps it.
 */
public final class HeldShards {
    private final String node;
    private final LeaseTable table;
    private final Duration term;
    private final Map<ShardId, Held> held = new HashMap<>();

    /** {@code term}: how long a claim lasts without renewal. */
    public HeldShards(String node, LeaseTable table, Duration term) {
        this.node = node;
        this.table = table;
        this.term = term;
    }

    /** What a step changed. */
    public record Change(Set<ShardId> gained, Set<ShardId> lost) {}

    /**
     * Renews and takes what is free, up to {@code share} shards in all.
     *
     * @param nowMs read before the call, milliseconds since 1970
     */
    public Change step(int share, long nowMs) {
        Set<ShardId> before = Set.copyOf(held.keySet());
        List<Lease> renewed = table.renew(node, term);
        held.clear();
        hold(renewed, nowMs);
        if (held.size() < share) {
            hold(table.acquire(node, share - held.size(), term), nowMs);
        }
        return new Change(without(held.keySet(), before), without(before, held.keySet()));
    }

    /** The epoch under which this node may write for the shard; empty when it may not. */
    public OptionalLong epoch(ShardId shard, long nowMs) {
        Held lease = held.get(shard);
        return lease == null || nowMs >= lease.untilMs
                ? OptionalLong.empty()
                : OptionalLong.of(lease.epoch);
    }

    public void release() {
        held.clear();
        table.release(node);
    }

    private void hold(List<Lease> leases, long nowMs) {
        long untilMs = nowMs + term.toMillis();
        leases.forEach(lease -> held.put(lease.shard(), new Held(lease.epoch(), untilMs)));
    }

    private static Set<ShardId> without(Set<ShardId> all, Set<ShardId> those) {
        Set<ShardId> rest = new HashSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private record Held(long epoch, long untilMs) {}
}
