package dev.posthorn.core.health;

import java.util.List;

/** Keeps what must be remembered of endpoints in trouble: a row each, none for the others. */
public interface HealthStore {
    /** Replaces or, where all is well, removes. Blocks until it is durable. */
    void save(List<EndpointHealth> changed);

    List<EndpointHealth> load();
}
