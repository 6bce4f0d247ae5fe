package dev.posthorn.core.shard;

import java.time.Duration;
import java.util.List;

/** Who holds which shard, decided in one place for all nodes. Calls block. */
public interface LeaseTable {
    /** Prolongs what {@code node} still holds; answers the leases it holds from now on. */
    List<Lease> renew(String node, Duration term);

    /**
     * Takes up to {@code most} shards that nobody holds or whose lease has run out, each with an
     * epoch above all before it; answers those taken.
     */
    List<Lease> acquire(String node, int most, Duration term);

    /** Gives back what {@code node} holds. Giving back what it has lost changes nothing. */
    void release(String node);
}
