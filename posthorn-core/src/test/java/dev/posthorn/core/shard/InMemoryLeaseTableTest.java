package dev.posthorn.core.shard;

import java.util.function.LongSupplier;

class InMemoryLeaseTableTest implements LeaseTableContract {
    @Override
    public LeaseTable table(LongSupplier clockMs) {
        return new InMemoryLeaseTable(clockMs);
    }
}
