package dev.posthorn.server.sqlite.log;

import static dev.posthorn.server.sqlite.OpenStore.BOX;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.WrittenLog;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.Published;
import dev.posthorn.server.sqlite.SqliteStore;
import dev.posthorn.server.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A log filled by the journal itself, whose clock follows what it is told. */
final class JournalledLog implements WrittenLog {
    private final DataFolder folder;
    private final HeardCommits heard = new HeardCommits();
    private final SqliteStore store;
    private final SqliteReaders readers;
    private volatile Instant now = Instant.EPOCH;
    private int settlements;

    JournalledLog(Path path) {
        folder = DataFolder.claim(path);
        store = SqliteStore.open(folder, BOX, () -> now);
        store.listen(heard);
        readers = new SqliteReaders(store.database()::openReader, System::nanoTime);
    }

    @Override
    public DeliveryLog log() {
        return new SqliteDeliveryLog(readers, BOX);
    }

    @Override
    public void accept(AcceptedEvent event) {
        now = Instant.ofEpochMilli(event.event().createdMs());
        Published.to(store.journal(), event).outcome();
    }

    @Override
    public void settle(Settlement settlement) {
        if (settlement.attempt() != null) {
            now = Instant.ofEpochMilli(settlement.attempt().startedMs());
        }
        store.journal().settle(settlement);
        heard.awaitSettled(++settlements);
    }

    @Override
    public void save(Change change) {
        store.configuration().save(List.of(change));
    }

    @Override
    public void close() {
        readers.close();
        store.close();
        folder.close();
    }
}
