package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.log.DeliveryLogContract;
import dev.posthorn.core.log.WrittenLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with the late indexes behind and up to date. */
class SqliteDeliveryLogTest {
    @TempDir Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    class WithIndexesBehind implements DeliveryLogContract {
        @Override
        public WrittenLog open() {
            return new RowWriter(database, false, System::nanoTime);
        }
    }

    @Nested
    class WithIndexesUpToDate implements DeliveryLogContract {
        @Override
        public WrittenLog open() {
            return new RowWriter(database, true, System::nanoTime);
        }
    }
}
