package dev.posthorn.server.sqlite;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.ConfigWork;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.config.ObservedRows;
import dev.posthorn.server.store.config.ReadAtStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Health: written by the writer, with its next commit; read whole, at the start. */
final class SqliteHealthStore implements HealthStore {
    private final Database database;
    private final Inbox inbox;

    SqliteHealthStore(Database database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    @Override
    public void save(List<EndpointHealth> changed) {
        ConfigWork work = new ConfigWork(new ObservedRows(List.of(), changed, 0));
        inbox.put(work);
        work.await();
    }

    @Override
    public List<EndpointHealth> load() {
        try (Connection connection = database.openReader()) {
            return ReadAtStart.healths(connection);
        } catch (SQLException e) {
            throw new StoreException("the health of endpoints could not be read", e);
        }
    }
}
