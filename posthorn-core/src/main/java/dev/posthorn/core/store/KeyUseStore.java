package dev.posthorn.core.store;

import dev.posthorn.core.organisation.KeyId;
import java.util.Map;

/** When keys were last used, milliseconds since 1970. A crash may cost the latest minute of it. */
public interface KeyUseStore {
    /**
     * Replaces what is stored of these keys; one that is gone is nothing. Blocks until it is
     * durable.
     */
    void save(Map<KeyId, Long> lastUsedMs);

    /** Of every key that was used. */
    Map<KeyId, Long> load();
}
