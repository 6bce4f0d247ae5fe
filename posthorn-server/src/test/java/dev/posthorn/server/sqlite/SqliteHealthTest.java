package dev.posthorn.server.sqlite;

import dev.posthorn.core.health.HealthStore;
import dev.posthorn.core.health.HealthStoreContract;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.statistics.StatisticsStoreContract;
import dev.posthorn.server.sqlite.log.SqliteReaders;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteHealthTest {
    @TempDir private Path folder;
    private OpenStore store;
    private SqliteReaders readers;

    @BeforeEach
    void open() {
        store = OpenStore.in(folder);
        readers = new SqliteReaders(store.store().database()::openReader, System::nanoTime);
    }

    @AfterEach
    void close() {
        readers.close();
        store.close();
    }

    @Nested
    class Counts implements StatisticsStoreContract {
        @Override
        public StatisticsStore store() {
            return store.store().statistics(readers);
        }
    }

    @Nested
    class Troubles implements HealthStoreContract {
        @Override
        public HealthStore store() {
            return store.store().healths();
        }
    }
}
