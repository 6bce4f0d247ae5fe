package dev.posthorn.core.log;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore;

/** A log together with what fills it, the way the journal and the configuration store do. */
public interface WrittenLog extends AutoCloseable {
    DeliveryLog log();

    void accept(AcceptedEvent event);

    void settle(Settlement settlement);

    void save(ConfigStore.Change change);

    @Override
    default void close() {}
}
