package dev.posthorn.server.sqlite;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.store.KeyUseStore;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.sqlite.write.KeyUseWork;
import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
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
        Map<KeyId, Long> found = new HashMap<>();
        try (Connection connection = database.openReader();
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT seq, last_used FROM api_key WHERE last_used NOT NULL")) {
            while (row.next()) {
                found.put(new KeyId(row.getLong(1)), row.getLong(2));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("uses of keys could not be read", e);
        }
    }
}
