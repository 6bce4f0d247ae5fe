package dev.posthorn.server.sqlite;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.store.KeyUseStore;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.sqlite.write.KeyUseWork;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.config.ReadAtStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Uses of keys: a column beside them, written without a trace in the audit trail. */
final class SqliteKeyUseStore implements KeyUseStore {
    private final Database database;
    private final Inbox inbox;

    SqliteKeyUseStore(Database database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    @Override
    public void save(Map<KeyId, Long> lastUsedMs) {
        KeyUseWork work = new KeyUseWork(lastUsedMs);
        inbox.put(work);
        work.await();
    }

    @Override
    public Map<KeyId, Long> load() {
        try (Connection connection = database.openReader()) {
            return ReadAtStart.keyUses(connection);
        } catch (SQLException e) {
            throw new StoreException("uses of keys could not be read", e);
        }
    }
}
