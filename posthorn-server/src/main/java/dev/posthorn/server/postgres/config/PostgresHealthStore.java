package dev.posthorn.server.postgres.config;

import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.store.config.ObservedRows;
import dev.posthorn.server.store.config.Purged;
import dev.posthorn.server.store.config.ReadAtStart;
import dev.posthorn.server.store.config.SaveObserved;
import java.util.List;

/** Health: replaced row by row. */
public final class PostgresHealthStore implements HealthStore {
    private final Connections connections;

    public PostgresHealthStore(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void save(List<EndpointHealth> changed) {
        connections.call(
                "the health of endpoints was not saved",
                connection -> {
                    new SaveObserved(connection, new Purged(connection))
                            .write(new ObservedRows(List.of(), changed, 0));
                    return changed;
                });
    }

    @Override
    public List<EndpointHealth> load() {
        return connections.call("the health of endpoints could not be read", ReadAtStart::healths);
    }
}
