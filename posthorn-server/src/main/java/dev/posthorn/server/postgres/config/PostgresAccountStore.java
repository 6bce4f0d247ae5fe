package dev.posthorn.server.postgres.config;

import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.AccountChange;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.store.config.ReadAtStart;
import java.util.List;

/** People: written as configuration is. */
public final class PostgresAccountStore implements AccountStore {
    private final Connections connections;
    private final ConfigStore configuration;

    public PostgresAccountStore(Connections connections, ConfigStore configuration) {
        this.connections = connections;
        this.configuration = configuration;
    }

    @Override
    public void save(List<AccountChange> changes) {
        configuration.save(changes.stream().<Change>map(Change.PeopleChange::new).toList());
    }

    @Override
    public Stored load() {
        return connections.call("users could not be read", ReadAtStart::people);
    }
}
