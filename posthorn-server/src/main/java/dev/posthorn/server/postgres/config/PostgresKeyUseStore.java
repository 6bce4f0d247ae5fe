package dev.posthorn.server.postgres.config;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.store.KeyUseStore;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.store.config.ReadAtStart;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.TreeMap;

/** Uses of keys: a column beside them, written without a trace in the audit trail. */
public final class PostgresKeyUseStore implements KeyUseStore {
    private final Connections connections;

    public PostgresKeyUseStore(Connections connections) {
        this.connections = connections;
    }

    /** Locks keys by number, as every node does. */
    @Override
    public void save(Map<KeyId, Long> lastUsedMs) {
        Map<Long, Long> inOrder = new TreeMap<>();
        lastUsedMs.forEach((key, ms) -> inOrder.put(key.seq(), ms));
        connections.call(
                "uses of keys were not saved",
                connection -> {
                    try (PreparedStatement use =
                            connection.prepareStatement(
                                    "UPDATE api_key SET last_used = ? WHERE seq = ?")) {
                        for (var key : inOrder.entrySet()) {
                            use.setLong(1, key.getValue());
                            use.setLong(2, key.getKey());
                            use.addBatch();
                        }
                        return use.executeBatch();
                    }
                });
    }

    @Override
    public Map<KeyId, Long> load() {
        return connections.call("uses of keys could not be read", ReadAtStart::keyUses);
    }
}
