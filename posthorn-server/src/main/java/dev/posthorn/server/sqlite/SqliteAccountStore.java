package dev.posthorn.server.sqlite;

import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.AccountChange;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.config.ReadAtStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** People: written as configuration is, read whole at the start. */
final class SqliteAccountStore implements AccountStore {
    private final Database database;
    private final ConfigStore configuration;

    SqliteAccountStore(Database database, ConfigStore configuration) {
        this.database = database;
        this.configuration = configuration;
    }

    @Override
    public void save(List<AccountChange> changes) {
        List<Change> rows = new ArrayList<>();
        changes.forEach(change -> rows.add(new Change.PeopleChange(change)));
        configuration.save(rows);
    }

    @Override
    public Stored load() {
        try (Connection connection = database.openReader()) {
            return ReadAtStart.people(connection);
        } catch (SQLException e) {
            throw new StoreException("users could not be read", e);
        }
    }
}
