package dev.posthorn.server.postgres.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.shard.Lease;
import dev.posthorn.core.shard.LeaseTable;
import dev.posthorn.core.shard.LeaseTableContract;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.connect.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresLeaseTableTest implements LeaseTableContract {
    private final List<Connections> opened = new ArrayList<>();

    @Override
    public LeaseTable table(LongSupplier clockMs) {
        return new PostgresLeaseTable(
                connections(1), () -> Long.toString(clockMs.getAsLong()) + "::bigint");
    }

    @AfterEach
    void close() {
        opened.forEach(Connections::close);
    }

    @Test
    void nodes_that_grab_at_once_never_hold_the_same_shard() {
        PostgresLeaseTable table = new PostgresLeaseTable(connections(8));
        List<CompletableFuture<List<Lease>>> grabs = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            String name = "node-" + node;
            grabs.add(CompletableFuture.supplyAsync(() -> table.acquire(name, 100, TERM)));
        }

        assertThat(grabs.stream().flatMap(grab -> grab.join().stream()).map(Lease::shard))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(100);
    }

    private Connections connections(int most) {
        Connections connections = new Connections(TestPostgres.migrated(), "leases", most);
        opened.add(connections);
        return connections;
    }
}
