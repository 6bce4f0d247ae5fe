package dev.posthorn.core.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A lease table for one JVM. Epochs outlive their leases, so that they always rise. */
public final class InMemoryLeaseTable implements LeaseTable {
    private final LongSupplier clockMs;
    private final Map<ShardId, Lease> leases = new HashMap<>();

    public InMemoryLeaseTable(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    @Override
    public synchronized List<Lease> renew(String node, Duration term) {
        return leases.values().stream()
                .filter(lease -> isHeld(lease) && lease.node().equals(node))
                .toList()
                .stream()
                .map(lease -> put(lease.shard(), node, lease.epoch(), term))
                .toList();
    }

    @Override
    public synchronized List<Lease> acquire(String node, int most, Duration term) {
        List<Lease> taken = new ArrayList<>();
        for (ShardId shard : ShardId.ALL) {
            Lease before = leases.get(shard);
            if (taken.size() < most && (before == null || !isHeld(before))) {
                long epoch = before == null ? 1 : before.epoch() + 1;
                taken.add(put(shard, node, epoch, term));
            }
        }
        return taken;
    }

    @Override
    public synchronized void release(String node) {
        leases.values().stream()
                .filter(lease -> isHeld(lease) && lease.node().equals(node))
                .toList()
                .forEach(lease -> put(lease.shard(), node, lease.epoch(), Duration.ZERO));
    }

    private Lease put(ShardId shard, String node, long epoch, Duration term) {
        Lease lease = new Lease(shard, node, epoch, clockMs.getAsLong() + term.toMillis());
        leases.put(shard, lease);
        return lease;
    }

    private boolean isHeld(Lease lease) {
        return clockMs.getAsLong() < lease.expiresMs();
    }
}
