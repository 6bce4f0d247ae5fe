package dev.posthorn.server.api;

import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.StoreUnavailableException;
import java.util.List;

/** Tells the log, which then knows tasks and revisions; or cannot write for a while. */
public final class LoggedConfigStore implements ConfigStore {
    private final InMemoryDeliveryLog log;
    volatile boolean full;

    public LoggedConfigStore(InMemoryDeliveryLog log) {
        this.log = log;
    }

    @Override
    public void save(List<Change> changes) {
        if (full) {
            throw new StoreUnavailableException("the disk is full", null);
        }
        changes.forEach(log::save);
    }

    @Override
    public Snapshot load() {
        return new Snapshot(List.of(), List.of(), List.of());
    }
}
