package dev.posthorn.server.sqlite;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.ConfigWork;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.sqlite.write.ObservedRows;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.row.HealthCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        List<EndpointHealth> found = new ArrayList<>();
        try (Connection connection = database.openReader();
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT endpoint, body FROM endpoint_health ORDER BY endpoint")) {
            while (row.next()) {
                found.add(HealthCodec.decode(row.getLong(1), row.getBytes(2)));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("the health of endpoints could not be read", e);
        }
    }
}
