package dev.posthorn.server.sqlite;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.replay.ReplayStore;
import dev.posthorn.core.replay.ReplayStoreContract;
import dev.posthorn.core.replay.ReplaysUnderTest;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.sqlite.log.SqliteDeliveryLog;
import dev.posthorn.server.sqlite.log.SqliteReaders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplayStoreTest implements ReplayStoreContract {
    @TempDir private Path folder = Path.of("");

    @Override
    public ReplaysUnderTest open() {
        return new Stored(folder);
    }

    /** A file that can be closed and opened again. */
    private static final class Stored implements ReplaysUnderTest {
        private final Path folder;
        private final OpenStore store;
        private final SqliteReaders readers;
        private boolean closed;

        Stored(Path folder) {
            this.folder = folder;
            this.store = OpenStore.in(folder);
            this.readers =
                    new SqliteReaders(store.store().database()::openReader, System::nanoTime);
        }

        @Override
        public ReplayStore replays() {
            return store.store().replays();
        }

        @Override
        public DeliveryLog log() {
            return new SqliteDeliveryLog(readers, OpenStore.BOX);
        }

        @Override
        public StoreSamples samples() {
            return store.samples();
        }

        @Override
        public HeardCommits heard() {
            return store.heard();
        }

        @Override
        public void save(Change change) {
            store.configuration().save(List.of(change));
        }

        @Override
        public void accept(List<AcceptedEvent> events) {
            Published.to(store.journal(), events.toArray(AcceptedEvent[]::new)).outcome();
        }

        @Override
        public void settle(List<Settlement> settlements) {
            int before = heard().settled().size();
            settlements.forEach(store.journal()::settle);
            heard().awaitSettled(before + settlements.size());
        }

        @Override
        public ReplaysUnderTest reopened() {
            close();
            return new Stored(folder);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                readers.close();
                store.close();
            }
        }
    }
}
