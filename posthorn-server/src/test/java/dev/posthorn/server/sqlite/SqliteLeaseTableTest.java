package dev.posthorn.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.shard.Lease;
import dev.posthorn.core.shard.LeaseTable;
import dev.posthorn.core.shard.LeaseTableContract;
import dev.posthorn.server.sqlite.file.DataFolder;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLeaseTableTest implements LeaseTableContract {
    @TempDir private Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @Override
    public LeaseTable table(LongSupplier clockMs) {
        DataFolder data = DataFolder.claim(folder.resolve("data-" + opened.size()));
        opened.add(data);
        Database database = new Database(data.database());
        Migrations.run(database);
        return table(database, clockMs);
    }

    private SqliteLeaseTable table(Database database, LongSupplier clockMs) {
        try {
            SqliteLeaseTable table =
                    new SqliteLeaseTable(
                            database.openLeases(), () -> Instant.ofEpochMilli(clockMs.getAsLong()));
            opened.addFirst(table);
            return table;
        } catch (SQLException e) {
            throw new AssertionError("a fresh database opens", e);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    /** After a crash the leases of the last run are in the way until they run out. */
    @Test
    void leases_outlive_the_process_that_took_them() {
        Clock clock = new Clock();
        DataFolder data = DataFolder.claim(folder.resolve("restarted"));
        opened.add(data);
        Database database = new Database(data.database());
        Migrations.run(database);
        List<Lease> before = table(database, clock).acquire("first run", 256, TERM);

        LeaseTable second = table(database, clock);

        assertThat(before).hasSize(256);
        assertThat(second.acquire("second run", 256, TERM)).isEmpty();
        clock.nowMs += TERM.toMillis();
        assertThat(second.acquire("second run", 256, TERM))
                .extracting(Lease::epoch)
                .containsOnly(2L);
    }
}
