package dev.posthorn.core.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * What a step changed. A shard that was lost and taken again is in both: another node may have
     * held it in between.
     */
    public record Change(Set<ShardId> gained, Set<ShardId> lost) {}

    /**
     * Renews and takes what is free, up to {@code share} shards in all. When the table cannot be
     * reached nothing changes, and what is held runs out by itself.
     *
     * @param nowMs read before the call, milliseconds since 1970
     */
    public Change step(int share, long nowMs) {
        List<Lease> leases = new ArrayList<>(table.renew(node, term));
        if (leases.size() < share) {
            leases.addAll(table.acquire(node, share - leases.size(), term));
        }
        Map<ShardId, Held> before = Map.copyOf(held);
        held.clear();
        long untilMs = nowMs + term.toMillis();
        leases.forEach(lease -> held.put(lease.shard(), new Held(lease.epoch(), untilMs)));
        return new Change(without(held, before), without(before, held));
    }

    /** The epoch under which this node may write for the shard; empty when it may not. */
    public OptionalLong epoch(ShardId shard, long nowMs) {
        Held lease = held.get(shard);
        return lease == null || nowMs >= lease.untilMs
                ? OptionalLong.empty()
                : OptionalLong.of(lease.epoch);
    }

    /** Lets go of everything, then tells the others. */
    public void release() {
        held.clear();
        table.release(node);
    }

    /** Shards of {@code all} that are not among {@code those} under the same epoch. */
    private static Set<ShardId> without(Map<ShardId, Held> all, Map<ShardId, Held> those) {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().sameLease(those.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private record Held(long epoch, long untilMs) {
        boolean sameLease(@Nullable Held other) {
            return other != null && epoch == other.epoch;
        }
    }
}
