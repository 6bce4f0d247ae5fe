package dev.posthorn.server.api.caller;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.store.KeyUseStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When each key was last used, in memory: a request costs a look and at most one write to it. What
 * changed is stored now and then. Used by many threads.
 */
public final class KeyUses {
    /** How often what changed is to be stored, in milliseconds: people look at days. */
    public static final long STORE_EVERY_MS = 60_000;

    /** Nobody needs it closer, and a busy key's line of memory stays unwritten meanwhile. */
    private static final long STEP_MS = 1_000;

    private final Map<KeyId, Use> uses = new ConcurrentHashMap<>();

    private static final class Use {
        private volatile long lastMs;
        private volatile long storedMs;

        Use(long lastMs, long storedMs) {
            this.lastMs = lastMs;
            this.storedMs = storedMs;
        }
    }

    /** {@code stored}: as an earlier life left it. */
    public KeyUses(Map<KeyId, Long> stored) {
        stored.forEach((key, lastMs) -> uses.put(key, new Use(lastMs, lastMs)));
    }

    void used(KeyId key, long nowMs) {
        Use use = uses.get(key);
        if (use == null) {
            uses.putIfAbsent(key, new Use(nowMs, 0));
        } else if (nowMs - use.lastMs >= STEP_MS) {
            use.lastMs = nowMs;
        }
    }

    /** Milliseconds since 1970; null for never. */
    public @Nullable Long lastMs(KeyId key) {
        Use use = uses.get(key);
        return use == null ? null : (Long) use.lastMs;
    }

    /** Stores what is new, and forgets keys that are not {@code known} any more. One at a time. */
    public synchronized void store(KeyUseStore store, Predicate<KeyId> known) {
        uses.keySet().removeIf(key -> !known.test(key));
        Map<KeyId, Long> changed = new HashMap<>();
        uses.forEach((key, use) -> {
            if (use.lastMs != use.storedMs) {
                changed.put(key, use.lastMs);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        store.save(changed);
        changed.forEach((key, lastMs) -> {
            Use use = uses.get(key);
            if (use != null) {
                use.storedMs = lastMs;
            }
        });
    }
}
