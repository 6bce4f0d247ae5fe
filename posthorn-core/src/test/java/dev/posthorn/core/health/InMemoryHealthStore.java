package dev.posthorn.core.health;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Health in memory. For many threads. */
public final class InMemoryHealthStore implements HealthStore {
    private final Map<EndpointId, EndpointHealth> rows = new LinkedHashMap<>();

    @Override
    public synchronized void save(List<EndpointHealth> changed) {
        for (EndpointHealth health : changed) {
            if (health.isGood()) {
                rows.remove(health.endpoint());
            } else {
                rows.put(health.endpoint(), health);
            }
        }
    }

    @Override
    public synchronized List<EndpointHealth> load() {
        return List.copyOf(rows.values());
    }
}
