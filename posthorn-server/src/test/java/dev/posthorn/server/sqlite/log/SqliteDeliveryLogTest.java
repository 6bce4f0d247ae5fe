package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.log.DeliveryLogContract;
import dev.posthorn.core.log.WrittenLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract, filled by the journal, and row by row with the late indexes up to date. */
class SqliteDeliveryLogTest {
    @TempDir Path folder;

    @Nested
    class WrittenByTheJournal implements DeliveryLogContract {
        @Override
        public WrittenLog open() {
            return new JournalledLog(folder);
        }
    }

    @Nested
    class WithIndexesUpToDate implements DeliveryLogContract {
        @Override
        public WrittenLog open() {
            return new RowWriter(new TestDatabase(folder), true, System::nanoTime);
        }
    }
}
