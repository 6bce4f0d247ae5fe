package dev.posthorn.server.sqlite;

import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.ConfigWork;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.config.ReadConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Configuration: written by the writer, with its next commit; read whole, at the start. A change to
 * all pending deliveries of an endpoint returns when the last of them is done.
 */
final class SqliteConfigStore implements ConfigStore {
    private final Database database;
    private final Inbox inbox;
    private final SecretBox box;

    SqliteConfigStore(Database database, Inbox inbox, SecretBox box) {
        this.database = database;
        this.inbox = inbox;
        this.box = box;
    }

    @Override
    public void save(List<Change> changes) {
        ConfigWork work = new ConfigWork(changes);
        inbox.put(work);
        work.await();
    }

    @Override
    public Snapshot load() {
        try (Connection connection = database.openReader()) {
            return ReadConfiguration.read(connection, box);
        } catch (SQLException e) {
            throw new StoreException("configuration could not be read", e);
        }
    }
}
